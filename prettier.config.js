export default {
  singleQuote: true,
  printWidth: 120,
  experimentalTernaries: false,
  experimentalOperatorPosition: 'end',
};
