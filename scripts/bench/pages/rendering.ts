import '../../../src/domain/no-eval.ts';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Entry } from '../../../src/domain/entry.ts';
import { render } from '../../../src/roundup/render.ts';
import { verify } from '../../../src/roundup/verify.ts';
import { done, openIssueOf, openRaw } from './raw-records.ts';

// The open issue is printed and read back, so often; beside it, its Markdown is parsed once, which reading back must do.
// Each time from records with other words: what was printed or parsed before is remembered, by the record and by the text.
const ROUNDS = 25;
void openRaw()
  .then(openIssueOf)
  .then(({ newsletter, issue, entries }) => {
    const took = { both: [] as number[], parse: [] as number[], differences: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const fresh = (structuredClone(entries) as Entry[]).map((entry) => ({
        ...entry,
        commentary: entry.commentary === '' ? '' : `${entry.commentary} ${round}`,
        links: entry.links.map((link) => ({ ...link, title: `${link.title} ${round}` })),
      }));
      let before = performance.now();
      const rendering = render(issue, fresh, newsletter);
      took.differences += verify(rendering, fresh).differences.length;
      took.both.push(performance.now() - before);
      before = performance.now();
      fromMarkdown(rendering.markdown);
      took.parse.push(performance.now() - before);
    }
    document.documentElement.dataset.took = JSON.stringify(took);
    done();
  });
