import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/managers/bots/bot.ts
var HOURS_A_DAY = 24;
function daysToWait(minimum) {
  return minimum <= 0 ? 0 : Math.ceil(minimum / (HOURS_A_DAY * 36e5)) + 1;
}
function waitsEnough({ bot, hours }, minimum) {
  if (hours === void 0) return false;
  const needed = bot === "Renovate" ? minimum / 36e5 : daysToWait(minimum) * HOURS_A_DAY;
  return hours >= needed;
}

export {
  daysToWait,
  waitsEnough
};
