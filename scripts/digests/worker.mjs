/** One of the processes that make digests: told what to load, then subject after subject until there are none. */
import { canonicalText, digestOf } from './canonical.mjs';
import { loadSources } from './sources.mjs';
import { listSubjects } from './subjects.mjs';

const [, , folder, wantsTexts] = process.argv;
const subjects = new Map(listSubjects(await loadSources(folder)).map((subject) => [subject.id, subject]));
const send = (message) => new Promise((resolve) => process.send(message, resolve));

process.on('message', async ({ id, keys }) => {
  const subject = subjects.get(id);
  for (const key of keys) {
    const text = canonicalText(await subject.digests.get(key)());
    await send({ key, digest: digestOf(text), ...(wantsTexts === 'texts' && { text }) });
  }
  await subject.close();
  await send({ idle: true });
});
await send({ idle: true });
