#!/bin/sh
# Make sure that a Chromium is there for the browser tests: `tools/browser.sh PYTHON`. Says nothing when it is.
set -u
python=$1

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
"$python" - <<'PY' && exit 0
import sys
from pathlib import Path
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not Path(playwright.chromium.executable_path).exists())
PY
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Debian's chromium for the browser tests"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
fi
echo "Installing Playwright's chromium for the browser tests"
"$python" -m playwright install chromium && exit 0
echo "No Chromium was found and none could be installed: install one (on Debian: apt-get install chromium) and run again." >&2
exit 1
