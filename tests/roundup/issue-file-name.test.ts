import { describe, expect, test } from 'vitest';
import { DEFAULT_FILE_NAME } from '../../src/domain/newsletter.ts';
import { fileNameFault, issueFileName } from '../../src/roundup/issue-file-name.ts';

const issue = { number: 134, date: '2022-08-26' };

describe('the file an issue is downloaded as', () => {
  test.each([
    ['the usual name', DEFAULT_FILE_NAME, 'Field Notes', 'roundup-field-notes-134.md'],
    ['the usual name where the newsletter has no Latin letters', DEFAULT_FILE_NAME, '週報', 'roundup-134.md'],
    ['name, number and date as they are', '{{ newsletter.name }} {{ issue.number }} {{ issue.date }}', '週報', '週報 134 2022-08-26.md'],
    ['the date as Jekyll wants it', '{{ issue.date }}-{{ newsletter.name | slug }}', 'Field Notes', '2022-08-26-field-notes.md'],
    ['a date in another form', '{{ issue.date | date: "%-d %b %Y" }}', 'Field Notes', '26 Aug 2022.md'],
    ['a number with zeros', '{{ issue.number | prepend: "0000" | slice: -4, 4 }}', 'Field Notes', '0134.md'],
    ['one extension, if the template says one', '{{ issue.number }}.md', 'Field Notes', '134.md'],
    ['the extension of the kind, if the template says another', '{{ issue.number }}.html', 'Field Notes', '134.md'],
    ['something safe of a hostile name', '{{ newsletter.name }}', '../<script>alert(1)</script>\u202e', 'script-alert(1)-script.md'],
    ['nothing escaped', '{{ newsletter.name }}', 'R&D *now*', 'R&D -now.md'],
    ['something, of an empty template', '', 'Field Notes', 'roundup-134.md'],
    ['the usual name, of a faulty template', '{{ issue.number | nonsense }}', 'Field Notes', 'roundup-field-notes-134.md'],
  ])('is %s', (_, fileName, name, expected) => {
    expect(issueFileName({ name, fileName }, issue, 'md')).toBe(expected);
  }); // biome-ignore format: a table

  test('has the extension of its kind', () => {
    expect(issueFileName({ name: 'A', fileName: DEFAULT_FILE_NAME }, issue, 'html')).toBe('roundup-a-134.html');
  });
});

test.each([
  ['{{ issue.number }}', null],
  ['plain', null],
  ['{{ issue.nubmer }}', 'undefined variable: issue.nubmer'],
  ['{{ issue.number | nonsense }}', 'undefined filter: nonsense'],
  ['{{ issue.number', 'output "{{ issue.number" not closed'],
  ['{% for a in (1..1000000) %}a{% endfor %}', 'memory alloc limit exceeded'],
])('of the template %s it finds wrong: %s', (template, fault) => {
  expect(fileNameFault(template, { name: 'A' }, issue)).toBe(fault);
});
