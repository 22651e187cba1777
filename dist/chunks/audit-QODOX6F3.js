import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-CLESTTZR.js";
import "./chunk-IE7D5QLA.js";
import "./chunk-745XFHM2.js";
import "./chunk-UB3HKTBO.js";
import "./chunk-7T3PQUU7.js";
import "./chunk-T3TAPKYO.js";
import "./chunk-THVQCYMS.js";
import "./chunk-73Y34TDA.js";
import "./chunk-TKZLHV7X.js";
import "./chunk-6NIK3GCP.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-KG3RWW7K.js";
import "./chunk-L4RSU3P5.js";
import "./chunk-UV6RK24L.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-NAH4THA5.js";
import "./chunk-ODT43KEI.js";
import "./chunk-EGBZGZ5D.js";
export {
  openSnapshot,
  run
};
