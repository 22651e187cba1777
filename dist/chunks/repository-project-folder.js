import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openDisk,
  resolveFolder
} from "./chunk-repository-directory.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-listing.js";
import "./chunk-errors.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

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
    read: (file, maxBytes) => disk.read(file.path, maxBytes),
    readLink: (file) => Promise.resolve(disk.readLink(file.path))
  };
}
export {
  openProjectFolder
};
