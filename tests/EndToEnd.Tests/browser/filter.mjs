// Types into the box that filters a list, and prints what is shown then.
import { input, open, patience } from './open.mjs';

const browser = await open();
const page = await browser.newPage();
page.setDefaultTimeout(patience);
await page.goto(input.page, { waitUntil: 'load' });
await page.fill('input[type=search]', input.words);
const shown = await page.locator('#area-list li:visible').allTextContents();
const count = await page.locator('.filter [role=status]').textContent();
await browser.close();
console.log(JSON.stringify({ shown, count }));
