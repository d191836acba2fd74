#!/usr/bin/env bash
# Builds once and runs every test; arguments go to the test runner, for example
#   ./test.sh --filter-namespace 'PagoConsole.Tests.Conventions*'
# Installs Chromium and PostgreSQL where they are missing (Debian, Ubuntu) and starts a PostgreSQL of its own.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
as_postgres() { (cd / && if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi); }
stop() { echo "$1" >&2; echo "0 passed, 1 failed"; exit 1; }

chromium_path() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

missing=()
chromium_path >/dev/null || missing+=(chromium fonts-liberation)
[ -n "$(postgres_bin)" ] || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing ${missing[*]}"
  as_root apt-get update -qq || stop "apt-get update failed"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || stop "apt-get could not install: ${missing[*]}"
fi
export PAGO_TEST_CHROMIUM="${PAGO_TEST_CHROMIUM:-$(chromium_path)}"

database=""
clean_up() {
  [ -n "$database" ] || return 0
  local pid
  pid="$(as_postgres head -1 "$database/data/postmaster.pid" 2>/dev/null)"
  if [ -n "$pid" ]; then
    as_postgres kill -INT "$pid"
    for _ in $(seq 100); do as_postgres test -e "$database/data/postmaster.pid" || break; sleep 0.1; done
  fi
  as_postgres rm -rf "$database"
}
trap clean_up EXIT
running=""
trap '[ -z "$running" ] || kill -TERM "$running" 2>/dev/null; exit 130' INT TERM

start_postgres() {
  local bin password port
  bin="$(postgres_bin)"
  database="$(as_postgres mktemp -d)" || return 1
  password="$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')"
  printf '%s\n' "$password" | as_postgres tee "$database/password" >/dev/null
  as_postgres "$bin/initdb" --no-sync -D "$database/data" -U postgres -E UTF8 --locale=C.UTF-8 \
    --auth=scram-sha-256 --pwfile="$database/password" >/dev/null || return 1
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
    # No durability here: the data lives for one run. The program's own settings are asserted by tests.
    if as_postgres "$bin/pg_ctl" -D "$database/data" -l "$database/log" -w -s start -o "-p $port \
      -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c max_connections=300"; then
      export PAGO_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Password=$password;Database=postgres"
      return 0
    fi
  done
  as_postgres cat "$database/log" >&2
  return 1
}
if [ -z "${PAGO_TEST_POSTGRES:-}" ]; then start_postgres || stop "PostgreSQL did not start"; fi

dotnet build PagoConsole.sln --nologo -v q || stop "the build failed"

# Some hundred tests start the program as a process of its own, and most of what a start costs is compiling: done once, ahead of time.
precompile() {
  local rid out="TestResults/program"
  case "$(uname -m)" in x86_64) rid=linux-x64 ;; aarch64) rid=linux-arm64 ;; *) return 1 ;; esac
  rm -rf "$out"
  dotnet restore PagoConsole -r "$rid" -p:PublishReadyToRun=true -v q \
    && dotnet publish PagoConsole --no-build -c Debug -r "$rid" --no-self-contained -p:PublishReadyToRun=true -p:PrecompileForTests=true \
      -p:AppendRuntimeIdentifierToOutputPath=false -o "$out" --nologo -v q \
    && export PAGO_TEST_PROGRAM="$PWD/$out/PagoConsole.dll"
}
if [ $# = 0 ]; then precompile || echo "The program could not be compiled ahead of time; the tests start it as it was built." >&2; fi

results="TestResults"
rm -rf "$results"/*.trx "$results/pictures" "$results/consoles"

# One part of the tests, within its time. A test that runs for over two minutes is named while it runs.
run_part() {
  local name="$1" minutes="$2"
  shift 2
  timeout -k 30 "${minutes}m" dotnet test --project PagoConsole.Tests --no-build --no-progress --no-ansi --long-running 120 \
    --results-directory "$results" --report-xunit-trx --report-xunit-trx-filename "$name.trx" "$@" &
  running=$!
  wait "$running"
}

# A part that hangs is told and run once more; one that hangs twice fails. A test that fails is never run again.
part() {
  local outcome
  run_part "$@" && return 0
  outcome=$?
  if [ "$outcome" = 124 ] || [ "$outcome" = 137 ]; then
    echo "The part '$1' hung: the tests named above as long running did not end. It is run once more." >&2
    run_part "$@" && return 0
    outcome=$?
  fi
  return "$outcome"
}

worst=0
if [ $# -gt 0 ]; then
  part chosen 20 "$@" || worst=$?
else
  part contract 20 --max-threads 1.5x --filter-namespace 'PagoConsole.Tests.Contract*' || worst=$? # these wait for other processes most of the time
  part rest 20 --filter-not-namespace 'PagoConsole.Tests.Contract*' || worst=$?
fi

found=("$results"/*.trx)
[ -s "${found[0]}" ] || stop "the test run left no results (exit code $worst)"
[ $# -gt 0 ] || [ ${#found[@]} = 2 ] || { echo "A part left no results: ${found[*]}" >&2; worst=1; }
lines="$(grep -oh '<UnitTestResult [^>]*>' "${found[@]}")"
echo
echo "The 20 slowest tests:"
sed -n 's/.* testName="\([^"]*\)".* duration="\([^"]*\)".*/\2 \1/p' <<<"$lines" \
  | sed 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' | sort -r | head -20 | cut -c 4-12,17-

# What failed stands at the end of a long log, with the first lines of why.
failures() {
  sed 's/<UnitTestResult /\n&/g; s/<Message>/\n&/g; s/<\/Message>/&\n/g' "${found[@]}" | awk '
    /^<UnitTestResult / { match($0, /^[^>]*>/); failed = substr($0, 1, RLENGTH) ~ /outcome="Failed"/; told = 0; telling = 0
                          if (failed && match($0, /testName="[^"]*"/)) print "FAILED " substr($0, RSTART + 10, RLENGTH - 11) }
    failed && /^<Message>/ { telling = 1 }
    telling && told < 12 { line = $0; gsub(/<[^>]*>/, "", line); print "  " line; told++ }
    /<\/Message>/ { telling = 0 }' | sed 's/&quot;/"/g; s/&#xD;//g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
}
outcomes() { grep -c "outcome=\"$1\"" <<<"$lines"; }
passed="$(outcomes Passed)"
failed="$(outcomes Failed)"
skipped="$(outcomes NotExecuted)"
if [ "$passed" = 0 ] && [ "$failed" = 0 ]; then failed=1; fi
if [ "$worst" != 0 ] && [ "$failed" = 0 ]; then echo "The test run ended with exit code $worst" >&2; failed=1; fi
[ "$failed" = 0 ] || { echo; failures; }
echo
if [ "$skipped" = 0 ]; then echo "$passed passed, $failed failed"; else echo "$passed passed, $failed failed, $skipped skipped"; fi
[ "$failed" = 0 ]
