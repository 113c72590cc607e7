import { GUIDE, REFERENCE } from './pages';
import type { Docs, ObjectShape } from './shape';

/** A root whose members are parsed when they are first asked for: a session that never meets a cluster file pays nothing for it. */
export function lazy(json: string): ObjectShape {
  let members: ObjectShape['members'] | undefined;
  return {
    type: 'object',
    get members() {
      members ??= JSON.parse(json) as ObjectShape['members'];
      return members;
    },
  };
}

/** Texts as they were generated; pages get back the part of the address that all of them share. */
export function parseDocs(json: string): Docs {
  const docs = JSON.parse(json) as Docs;
  for (const doc of Object.values(docs)) {
    if (doc.url) doc.url = REFERENCE + doc.url;
    if (doc.guide) doc.guide = GUIDE + doc.guide;
  }
  return docs;
}
