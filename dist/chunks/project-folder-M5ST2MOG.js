import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openDisk,
  resolveFolder
} from "./chunk-E3WV52SM.js";
import "./chunk-6MZDXKWL.js";
import "./chunk-HYY2VOWO.js";
import "./chunk-NAH4THA5.js";
import "./chunk-JO6EBNEY.js";
import "./chunk-U2RJDSLN.js";

// src/repository/project-folder.ts
import { basename } from "node:path";
var folders = ["", ".github"];
async function openProjectFolder(folder) {
  const disk = openDisk(await resolveFolder(folder));
  return {
    label: basename(folder) || "/",
    list: () => {
      const files = folders.filter((each) => each === "" || disk.modeAt(each) === "folder").flatMap(
        (each) => [...disk.entries(each)].flatMap(
          ([name, mode]) => mode === "folder" ? [] : [{ path: each === "" ? name : `${each}/${name}`, mode }]
        )
      );
      return Promise.resolve(files.sort((a, b) => a.path < b.path ? -1 : 1));
    },
    read: (file, maxBytes) => disk.read(file.path, maxBytes)
  };
}
export {
  openProjectFolder
};
