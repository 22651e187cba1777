import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A digest that stands for values which are not shown. */
export const digestOfText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
