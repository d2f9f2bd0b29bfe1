// What must hold of every page: no console error, nothing loaded from elsewhere, no axe violation, no sideways scrolling of the page;
// on a desk and on a phone, with scripts and without; in light, dark and forced colours. Prints a JSON list of what does not hold.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { input, open, patience } from './open.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const sizes = [{ width: 1280, height: 900 }, { width: 375, height: 812 }];
const styles = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'light', forcedColors: 'active' } },
];
const widths = [320, 375, 768, 1280];
const problems = [];

function openAndMeasure() {
  const closed = [...document.querySelectorAll('details:not([open])')];
  for (const part of closed) part.open = true;
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  for (const part of closed) part.open = false;
  return wide;
}

function tablesTooWide() {
  return [...document.querySelectorAll('.scroll.cards')].filter(t => t.scrollWidth > t.clientWidth + 1).map(t => t.getAttribute('aria-label'));
}

async function violationsOf(page) {
  await page.evaluate(axe);
  return (await page.evaluate(values => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), standards)).violations;
}

const browser = await open();
for (const { name, url } of input.pages)
  for (const viewport of sizes)
    for (const javaScriptEnabled of [true, false]) {
      const where = `${name} at ${viewport.width}x${viewport.height}, ${javaScriptEnabled ? 'with' : 'without'} scripts`;
      const say = what => problems.push(`${where}: ${what}`);
      const context = await browser.newContext({ viewport, javaScriptEnabled });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      page.on('console', message => { if (message.type() === 'error') say(`console error: ${message.text()}`); });
      page.on('pageerror', error => say(`error: ${error.message}`));
      page.on('request', request => {
        if (!request.url().startsWith('data:') && new URL(request.url()).origin !== new URL(url).origin) say(`asks for ${request.url()}`);
      });
      await page.goto(url, { waitUntil: 'load' });
      // With every part open, and on every size that people have.
      for (const width of javaScriptEnabled ? widths : [viewport.width]) {
        await page.setViewportSize({ width, height: viewport.height });
        const wide = await page.evaluate(openAndMeasure);
        if (wide > 0) say(`the page scrolls sideways by ${wide} pixels at ${width}`);
        for (const table of width <= 768 ? await page.evaluate(tablesTooWide) : []) say(`the table ${table} scrolls sideways at ${width}`);
      }
      await page.setViewportSize(viewport);
      // axe is a script itself, which waits for ever where none may run.
      // Other colours do not depend on the size, so one is enough.
      for (const style of javaScriptEnabled ? styles.filter((_, i) => i === 0 || viewport === sizes.at(-1)) : []) {
        await page.emulateMedia(style.media);
        for (const violation of await violationsOf(page))
          say(`${style.name}: ${violation.id} (${violation.impact}): ${violation.help}, ${violation.nodes.length} times, first ${violation.nodes[0].html.slice(0, 200)}`);
      }
      await page.emulateMedia(styles[0].media);
      await page.screenshot({ path: `${input.screenshots}/${name}-${viewport.width}${javaScriptEnabled ? '' : '-no-script'}.png`, fullPage: true });
      await context.close();
    }
await browser.close();
console.log(JSON.stringify(problems));
