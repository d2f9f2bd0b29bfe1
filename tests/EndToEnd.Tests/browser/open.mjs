// Opens Chromium, and reads what the test asks for: one JSON document on standard input.
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';

export const input = JSON.parse(readFileSync(0, 'utf8'));

// A machine that builds at the same time is slow: nothing here is about speed.
export const patience = 120_000;

export const open = () => chromium.launch({
  executablePath: input.chromium,
  timeout: patience,
  // Chromium has no sandbox for root, which containers run as.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
