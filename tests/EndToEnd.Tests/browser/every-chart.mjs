// Opens every report below a folder, on a desk and on a phone, and prints the faults of their charts.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { input, open, patience } from './open.mjs';
import { chartFaults } from './charts.mjs';

const reports = readdirSync(input.folder, { recursive: true }).filter(file => file.endsWith('report.html')).sort();
const faults = [];
const browser = await open();
for (const width of [1280, 375]) {
  const page = await browser.newPage({ viewport: { width, height: 812 } });
  page.setDefaultTimeout(patience);
  for (const report of reports) {
    await page.goto(pathToFileURL(join(input.folder, report)).href, { waitUntil: 'load' });
    for (const fault of await page.evaluate(chartFaults)) faults.push(`${report} at ${width}: ${fault}`);
  }
  await page.close();
}
await browser.close();
console.log(JSON.stringify({ reports: reports.length, faults: faults.slice(0, 20) }));
