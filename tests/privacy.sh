#!/usr/bin/env bash
# Runs the window and every headless command with their system calls watched, and fails on any socket of
# the internet (AF_INET, AF_INET6). Sockets within the computer (AF_UNIX: the screen, the session bus) are
# counted and allowed. Prints what was run.
#
#   tests/privacy.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
work=$(mktemp -d)
pids=()
cleanup() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
fail() { echo "privacy: $1" >&2; tail -n 20 "$work/log" >&2 2>/dev/null || true; exit 1; }

export HOME="$work" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" XDG_CACHE_HOME="$work/cache"
export XDG_RUNTIME_DIR="$work"
unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET DBUS_SESSION_BUS_ADDRESS
# Without a dialog of the system the path is typed.
mkdir "$work/bin"
printf '#!/bin/sh\nexit 1\n' > "$work/bin/zenity"
chmod +x "$work/bin/zenity"
export PATH="$work/bin:$PATH"

watch=(strace -f -qq -e trace=socket,connect -o "$work/trace")

# Says what the calls watched last were, and fails on the internet.
judge() {
    if grep -E 'AF_INET6?' "$work/trace" >&2; then fail "$1 opened a socket of the internet"; fi
    printf 'privacy: %-60s %s local sockets, none of the internet\n' "$1" "$(grep -c 'socket(AF_UNIX' "$work/trace" || true)"
}

# Runs a command to its end, which is to have the exit code given first.
run() {
    local wanted=$1 code=0
    shift
    "${watch[@]}" "$program" "$@" >/dev/null 2>"$work/log" || code=$?
    [ "$code" = "$wanted" ] || fail "resonance $* ended with $code"
    judge "resonance $(sed "s#$work/##g" <<< "$*")"
}

# A check that sees nothing proves nothing: this socket, to nobody on this computer, has to be seen.
"${watch[@]}" bash -c 'exec 3<>/dev/udp/127.0.0.1/9' 2>"$work/log" || fail "system calls cannot be watched here"
grep -q 'socket(AF_INET,' "$work/trace" || fail "a socket of the internet was not seen"

run 0 --help
run 0 --version
run 0 score --demo
run 0 score --demo --format json --lang zh
run 0 rank --demo
run 0 check --demo
run 0 convert --demo --out "$work/demo.resonance"
run 0 convert "$work/demo.resonance" --out "$work/demo.csv"
run 0 convert "$work/demo.csv" --out "$work/again.resonance"
run 0 check "$work/again.resonance"
run 1 check "$work/nowhere.resonance"
run 2 sing --out
run 0 --demo
run 1 "$work/nowhere.resonance"

Xvfb -displayfd 4 -noreset -screen 0 1280x800x24 4>"$work/display" 2>/dev/null &
pids+=($!)
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
[ -s "$work/display" ] || fail "the virtual screen did not start"
DISPLAY=":$(tr -d '\n' < "$work/display")"
export DISPLAY

run 0 --demo --measure-startup

"${watch[@]}" "$program" --lang en >/dev/null 2>"$work/log" &
watched=$!
pids+=("$watched")
# Waits for a window whose title has this in it.
titled() {
    for _ in $(seq 150); do
        window=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1) && [ -n "$window" ] && return
        kill -0 "$watched" 2>/dev/null || fail "the window ended early"
        sleep 0.2
    done
    fail "no window is titled $1"
}
titled 'Resonance'
xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window"
sleep 1
xdotool key ctrl+shift+d; sleep 2
# Sliders, every screen, presenting, what is said about the program.
for digit in 1 5; do
    for _ in $(seq 15); do xdotool key Tab; sleep 0.05; xdotool key "$digit"; sleep 0.05; done
done
for keys in ctrl+2 ctrl+3 ctrl+4 ctrl+5 ctrl+6 ctrl+r ctrl+g ctrl+1 F5 Escape shift+F1 Escape; do
    xdotool key "$keys"; sleep 0.6
done
xdotool key ctrl+shift+s; sleep 2
xdotool key ctrl+a; sleep 0.2
xdotool type --delay 30 "$work/typed.resonance"; sleep 0.5
xdotool key Return
for _ in $(seq 50); do [ -s "$work/typed.resonance" ] && break; sleep 0.2; done
[ -s "$work/typed.resonance" ] || fail "nothing was saved under the path typed"
titled 'typed'
xdotool key ctrl+q
for _ in $(seq 50); do kill -0 "$watched" 2>/dev/null || break; sleep 0.2; done
kill -0 "$watched" 2>/dev/null && fail "the window did not close"
wait "$watched" || fail "the window ended with an error"
grep -q 'socket(AF_UNIX' "$work/trace" || fail "the window was not watched"
judge "the window: demo, sliders, screens, saved as, closed"
"$program" check "$work/typed.resonance" >/dev/null || fail "what was saved does not open"
cmp -s "$work/typed.resonance" "$work/demo.resonance" && fail "the sliders did not move"
echo "privacy: passed"
