/** What the help of each command shows of it, without the program's name: a test reads all of them, and runs those that need no network. */
export const examples: Readonly<Record<string, readonly string[]>> = {
  check: [
    'check --history 20',
    'check --base main --head my-branch',
    'check --base-dir before --head-dir after --format json',
  ],
  audit: ['audit', 'audit --rev v1.2.0 --format sarif --output audit.sarif'],
  vet: ['vet express@^5', 'vet left-pad@1.3.0 ms --as agent --format answer', 'vet left-pad@1.3.0 --require-decision'],
  explain: ['explain left-pad', 'explain ms@2.1.3 --base main', 'explain --rule cooldown'],
  replay: ['replay evidence.json', 'replay evidence.json --policy stricter.yml'],
  'policy check': ['policy check', 'policy check stricter.yml --format json'],
  'policy test': ['policy test', 'policy test stricter.yml --cases stricter.cases.yml'],
  'policy explain': ['policy explain', 'policy explain --preset strict'],
  'policy explain PACKAGE': ['policy explain left-pad'],
  'policy schema': ['policy schema'],
  init: ['init --dry-run', 'init --preset attacks', 'init --from .npmrc --dry-run'],
  doctor: ['doctor', 'doctor octo/shop --format json', 'doctor --org octo'],
  approve: [
    "approve left-pad@1.3.0 --by ann:583231 --reason 'Read the diff.'",
    "approve --deny left-pad@1.3.0 --reason 'It phones home.'",
  ],
  'decisions verify': ['decisions verify .github/dependency-approvals/*.json'],
  'decisions list': ['decisions', 'decisions list --all --since 2026-01-01 --format csv', 'decisions list --health'],
};

/** What the overview shows. */
export const overviewExamples = [
  'check --history 20',
  'check --base main --head my-branch',
  'vet express@^5',
  'explain left-pad',
];
