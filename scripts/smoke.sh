#!/usr/bin/env bash
# A newcomer's first minutes: a clean clone, `npm start`, the dashboard, a stop and a warm start.
set -euo pipefail
source_folder=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
port=${SMOKE_PORT:-8391}
log="$folder/start.log"
server=
cleanup() {
  [ -z "$server" ] || kill -TERM -- "-$server" 2>/dev/null || true
  sleep 1
  rm -rf "$folder"
}
trap cleanup EXIT

git clone -q "$source_folder" "$folder/olympus"
cd "$folder/olympus"
unset CI

start() {
  PORT=$port setsid npm start >"$log" 2>&1 &
  server=$!
  local begun=$SECONDS
  until curl -fsS "http://127.0.0.1:$port/readyz" >/dev/null 2>&1; do
    if ! kill -0 "$server" 2>/dev/null || [ $((SECONDS - begun)) -gt 900 ]; then
      echo "npm start did not come up:" >&2
      cat "$log" >&2
      exit 1
    fi
    sleep 0.2
  done
  echo "$1: ready after $((SECONDS - begun)) s"
}

stop() {
  kill -TERM -- "-$server"
  wait "$server" 2>/dev/null || true
  server=
  # npm may be gone before the server has drained
  for _ in $(seq 150); do
    curl -fsS "http://127.0.0.1:$port/livez" >/dev/null 2>&1 || return 0
    sleep 0.2
  done
  echo 'the server did not stop within 30 s of SIGTERM' >&2
  exit 1
}

start 'fresh clone (installing, building, filling the demo)'
# the server answers before it has said where
link=
for _ in $(seq 150); do
  link=$(grep -o 'http://[^ ]*/sign-in/[^ ]*' "$log" | head -n 1) && break
  sleep 0.2
done
[ -n "$link" ] || { echo 'no sign-in link was printed' >&2; cat "$log" >&2; exit 1; }
cookies="$folder/cookies"
curl -fsSL -c "$cookies" -b "$cookies" "$link" | grep -q '<div id="root"' || { echo 'the link did not lead to the page' >&2; exit 1; }
curl -fsS -b "$cookies" "http://localhost:$port/api/analytics/dashboard/demo?timeframe=all_time" >"$folder/before.json"
node -e '
  const d = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
  const revenue = d.tiles.find((t) => t.metric === "revenue");
  if (!(revenue.value > 100000)) throw new Error("the demo shows no revenue: " + JSON.stringify(revenue));
  console.log("demo revenue, all time:", revenue.value, d.currency);
' "$folder/before.json"
if [ -x /usr/bin/chromium ] && [ "${SMOKE_PAGE:-1}" = 1 ]; then
  unused=$(OLYMPUS_DATA_DIR="$folder/olympus/.olympus" npx olympus link --json | node -pe 'JSON.parse(require("node:fs").readFileSync(0, "utf8")).url')
  OLYMPUS_TEST_URL="http://localhost:$port" OLYMPUS_TEST_SIGN_IN="$unused" \
    npx vitest run --config vitest.browser.config.ts packages/web/src/overview.browser.test.ts
fi
stop
start 'warm start'
stop
echo 'smoke test passed'
