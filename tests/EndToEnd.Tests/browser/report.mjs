// Uses report.html as a reader does, under the policy by which a server would allow its script and style. Prints what was seen, as JSON.
import { readFileSync } from 'node:fs';
import { input, open, patience } from './open.mjs';
import { chartFaults } from './charts.mjs';

const address = 'http://report.test/';
const browser = await open();

async function reader(options) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(patience);
  await context.route('**/*', route => route.fulfill({
    body: readFileSync(input.file), contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': input.policy },
  }));
  const page = await context.newPage();
  page.on('console', message => { if (message.type() === 'error') seen.errors.push(message.text()); });
  await page.goto(address);
  return page;
}

const rows = page => page.evaluate(() => [...document.querySelectorAll('#table tbody tr:not(.group)')].map(row => ({
  name: row.cells[0].querySelector('a').textContent, national: row.dataset.national, priority: row.dataset.priority, shown: row.checkVisibility(), order: Number(row.cells[4].dataset.sort),
})));
const headings = page => page.evaluate(() => [...document.querySelectorAll('#table tr.group')].filter(row => row.checkVisibility()).length);
const count = page => page.textContent('#filter-count');
const focused = page => page.evaluate(() => ({ tag: document.activeElement.localName, id: document.activeElement.id, class: document.activeElement.className, text: document.activeElement.textContent.trim().slice(0, 60) }));

const seen = { errors: [] };
const first = await reader({ viewport: { width: 1280, height: 900 } });
// What a reader sees before touching anything: each part of the first screen, and how far down it ends.
seen.firstScreen = await first.evaluate(() => Object.fromEntries([...document.querySelectorAll('h1, .overview > h2, .overview > p, .counts, .overview .pair > div')]
  .map(part => [part.textContent.replace(/\s+/g, ' ').trim(), part.getBoundingClientRect().bottom])));
seen.height = await first.evaluate(() => document.documentElement.scrollHeight);
await first.click('#at-a-glance tbody a');
await first.waitForFunction(() => document.querySelector('.indicator:target').open);
await first.click('a[href="#indicators"]');
await first.waitForFunction(() => document.querySelector('#table').checkVisibility());

seen.chartFaults = await first.evaluate(chartFaults);
const phone = await reader({ viewport: { width: 375, height: 812 } });
seen.phoneHeight = await phone.evaluate(() => document.documentElement.scrollHeight);
seen.phoneChartFaults = await phone.evaluate(chartFaults);

const page = await reader({ viewport: { width: 1280, height: 900 } });
await page.evaluate(() => { document.querySelector('section.indicators details').open = true; });
seen.atFirst = await rows(page);


await page.keyboard.press('Tab');
seen.firstTab = await focused(page);
await page.keyboard.press('Enter');
seen.afterSkip = await focused(page);

for (let i = 0; i < 400; i++) {
  await page.keyboard.press('Tab');
  const now = await focused(page);
  if (now.tag === 'button' && now.text === 'Compared with England') break;
}
seen.button = await focused(page);
seen.outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
await page.keyboard.press('Enter');
seen.ascending = { rows: await rows(page), sort: await page.getAttribute('#table th:nth-child(5)', 'aria-sort'), count: await count(page), headings: await headings(page) };
await page.keyboard.press('Enter');
seen.descending = { rows: await rows(page), sort: await page.getAttribute('#table th:nth-child(5)', 'aria-sort') };

await page.click('#filter button[type=reset]');
await page.waitForFunction(() => !document.querySelector('#table [aria-sort]'));
seen.afterReset = await rows(page);
await page.selectOption('#filter-national', 'does not meet');
seen.byVerdict = { rows: await rows(page), count: await count(page) };
await page.click('#filter button[type=reset]');
await page.selectOption('#filter-priority', { index: 1 });
seen.byPriority = { rows: await rows(page), headings: await headings(page) };
await page.click('#filter button[type=reset]');
await page.fill('#filter-text', 'CHILD PROTECTION');
seen.byText = { rows: await rows(page), count: await count(page) };

// Printed as it stands, filtered: on paper nobody sees that rows are hidden, so all of them must be there.
await page.pdf({ path: input.pdf, preferCSSPageSize: true });

const plain = await reader({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
seen.withoutScript = { rows: await plain.evaluate(() => [...document.querySelectorAll('#at-a-glance tbody tr:not(.group)')].map(row => row.checkVisibility())), form: await plain.isVisible('#filter'), buttons: await plain.locator('th button').count() };

await browser.close();
console.log(JSON.stringify(seen));
