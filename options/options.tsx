import '../src/domain/no-eval.ts';
import './options.css';
import { render } from 'preact';
import { message } from '../src/browser/messages.ts';
import { openDesk } from '../src/browser/tabs.ts';
import { type Say, SayProvider } from '../src/ui/messages.tsx';
import { App } from './app.tsx';

const say: Say = message;
document.title = say('optionsPageTitle');
const root = document.getElementById('app');
if (root === null) throw new Error('options.html has no #app');
render(
  <SayProvider value={say}>
    <App openDesk={openDesk} />
  </SayProvider>,
  root,
);
