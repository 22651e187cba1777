/** What signs, in a chunk of its own: most runs never load it (docs/decisions/0316). */
export { attest } from 'sigstore';
