import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-MDXRV2GP.js";
import "./chunk-KHKUOJTY.js";
import "./chunk-ZAPGAF6G.js";
import "./chunk-NQ3HNBTV.js";
import "./chunk-BFDXRHW7.js";
import "./chunk-T3TAPKYO.js";
import "./chunk-QLZPX3LT.js";
import "./chunk-73Y34TDA.js";
import "./chunk-TKZLHV7X.js";
import "./chunk-6NIK3GCP.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-KG3RWW7K.js";
import "./chunk-6C5MFCXI.js";
import "./chunk-UV6RK24L.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-NAH4THA5.js";
import "./chunk-ODT43KEI.js";
import "./chunk-EGBZGZ5D.js";
export {
  openSnapshot,
  run
};
