import { render } from 'preact';
import { App } from './app.tsx';
import { applyTheme, storedTheme } from './parts/theme.ts';
import './style/tokens.css';
import './style/base.css';
import './style/frame.css';
import './style/parts.css';
import './style/print.css';

applyTheme(storedTheme());
render(<App />, document.getElementById('app')!);
