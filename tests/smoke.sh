#!/usr/bin/env bash
# Starts the real window on a virtual screen, moves a slider with real input, saves, and checks that
# the file changed; then closes the window and expects it to end well.
#
#   tests/smoke.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
work=$(mktemp -d)
pids=()
cleanup() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap cleanup EXIT
fail() { echo "smoke: $1" >&2; tail -n 20 "$work/log" >&2 2>/dev/null || true; exit 1; }

export XDG_DATA_HOME="$work/data" XDG_RUNTIME_DIR="$work"
unset WAYLAND_DISPLAY WAYLAND_SOCKET

"$program" convert --demo --out "$work/smoke.resonance" >/dev/null
before=$(sha256sum < "$work/smoke.resonance")

Xvfb -displayfd 4 -screen 0 1280x800x24 4>"$work/display" 2>/dev/null &
pids+=($!)
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
[ -s "$work/display" ] || fail "the virtual screen did not start"
DISPLAY=":$(tr -d '\n' < "$work/display")"
export DISPLAY

echo "smoke: first frame"
"$program" --demo --measure-startup > "$work/startup" 2> "$work/log" || fail "--measure-startup failed"
grep -E '^first_frame_ms: [0-9]+$' "$work/startup" || fail "no first_frame_ms was printed"

echo "smoke: move a slider and save"
"$program" "$work/smoke.resonance" > /dev/null 2> "$work/log" &
app=$!
pids+=("$app")
window=
for _ in $(seq 100); do
    window=$(xdotool search --onlyvisible --name 'smoke' 2>/dev/null | head -n 1) && [ -n "$window" ] && break
    kill -0 "$app" 2>/dev/null || fail "the window ended early"
    sleep 0.2
done
[ -n "$window" ] || fail "the window did not show the file's name"
xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window"
sleep 1
# Tab reaches every slider; whichever control has the focus first, some slider takes the digit.
for digit in 1 5; do
    # At a person's pace: what arrives within one frame of a slow machine is one gesture to it.
    for _ in $(seq 40); do xdotool key Tab; sleep 0.04; xdotool key "$digit"; sleep 0.04; done
done
# And with the pointer: drag across the page from left to right at the height of a slider.
for y in $(seq 190 6 230); do
    xdotool mousemove 420 "$y"; sleep 0.05
    xdotool mousedown 1; sleep 0.05
    xdotool mousemove 460 "$y"; sleep 0.05
    xdotool mousemove 520 "$y"; sleep 0.05
    xdotool mouseup 1; sleep 0.05
done
sleep 1
xdotool key ctrl+s
after=$before
for _ in $(seq 50); do
    after=$(sha256sum < "$work/smoke.resonance")
    [ "$after" != "$before" ] && break
    sleep 0.2
done
[ "$after" != "$before" ] || fail "the file did not change"
"$program" check "$work/smoke.resonance" || fail "the saved file is not sound"
[ -f "$work/smoke.resonance.bak" ] || fail "the version before was not kept"

echo "smoke: close"
sleep 1
xdotool key ctrl+q
for _ in $(seq 50); do kill -0 "$app" 2>/dev/null || break; sleep 0.2; done
kill -0 "$app" 2>/dev/null && fail "the window did not close"
wait "$app" || fail "the window ended with an error"
echo "smoke: passed"
