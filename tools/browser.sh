#!/bin/sh
# Browser tests need Chromium. Install Debian's when it is missing and that is possible; otherwise
# the tests skip and say so. Also libGL, which opencv-python needs.
set -eu
if command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 ||
   command -v google-chrome >/dev/null 2>&1; then
  exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "no Chromium here: browser tests will be skipped"
  exit 0
fi
echo "installing Chromium for the browser tests"
{ apt-get update && apt-get install -y --no-install-recommends chromium libgl1; } >/dev/null 2>&1 ||
  echo "Chromium could not be installed: browser tests will be skipped"
