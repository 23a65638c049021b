#!/usr/bin/env bash
# Drives the real window with edits and saves, kills it with -9 at random instants, starts it again,
# recovers, and checks that nothing older than five seconds is gone and that every file opens.
#
#   [KILL_LOOP_DISPLAY=:N] [KILL_LOOP_SEED=N] [KILL_LOOP_SIGNAL=TERM] tests/kill_loop.sh PROGRAM ROUNDS [FOLDER]
#
# With KILL_LOOP_SIGNAL (TERM, HUP or INT) the window is asked to end in place of being killed: it then has to
# end by itself, without an error and without its lock, whatever is unsaved.
# Every edit lifts one score by a tenth of a level, so the score that comes back says which edit was
# the last to survive. FOLDER keeps what was done (`rounds.tsv`: round, edits, saves, edits lost, age of
# the oldest lost in ms); called again with it, the script goes on where it stopped, and its last line
# counts all rounds. RANDOM is seeded with the round's number, and KILL_LOOP_SEED added to it.
set -euo pipefail
program=$(realpath "$1")
rounds=$2
signal=${KILL_LOOP_SIGNAL:-KILL}
if [ $# -ge 3 ]; then
    mkdir -p "$3"; work=$(realpath "$3"); keep=yes
else
    work=$(mktemp -d); keep=
fi
pids=()
cleanup() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    # What still runs would write into the folder while it is removed.
    wait 2>/dev/null || true
    [ "$keep" ] || rm -rf "$work"
}
trap cleanup EXIT
fail() {
    echo "kill loop: round $round: $1" >&2
    tail -n 20 "$work/log" >&2 2>/dev/null || true
    keep=yes
    echo "kill loop: see $work" >&2
    exit 1
}

round=0
export HOME="$work" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" XDG_CACHE_HOME="$work/cache"
export XDG_RUNTIME_DIR="$work"
unset WAYLAND_DISPLAY WAYLAND_SOCKET DBUS_SESSION_BUS_ADDRESS
file="$work/firm.resonance"
recovery="$work/data/resonance/recovery"
touch "$work/rounds.tsv"

if [ -n "${KILL_LOOP_DISPLAY:-}" ]; then
    Xvfb "$KILL_LOOP_DISPLAY" -noreset -screen 0 1280x800x24 2>/dev/null &
    pids+=($!)
    DISPLAY=$KILL_LOOP_DISPLAY
    sleep 2
    kill -0 "${pids[0]}" 2>/dev/null || fail "the virtual screen did not start"
else
    Xvfb -displayfd 4 -noreset -screen 0 1280x800x24 4>"$work/display" 2>/dev/null &
    pids+=($!)
    for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
    [ -s "$work/display" ] || fail "the virtual screen did not start"
    DISPLAY=":$(tr -d '\n' < "$work/display")"
fi
export DISPLAY

now() { date +%s%3N; }

# Starts the program with the file and waits for its window.
start() {
    "$program" "$file" >/dev/null 2>"$work/log" &
    app=$!
    pids+=("$app")
    window=
    for _ in $(seq 150); do
        window=$(xdotool search --onlyvisible --name 'firm' 2>/dev/null | head -n 1) && [ -n "$window" ] && break
        kill -0 "$app" 2>/dev/null || fail "the window ended early"
        sleep 0.2
    done
    [ -n "$window" ] || fail "the window did not show the file's name"
    xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window"
    sleep 1
}

# The first score of the first person in a workbook, in tenths of a level.
tenths() {
    "$program" convert "$1" --out "$work/scores.csv" >/dev/null || fail "$1 does not open"
    sed -n 2p "$work/scores.csv" | cut -d, -f6 | awk '{ printf "%d", $1 * 10 + 0.5 }'
}

# The newest state there is: what is kept for recovery, else the file.
newest() {
    for kept in "$recovery"/*.resonance; do
        [ -e "$kept" ] || continue
        if ! "$program" check "$kept" >/dev/null; then
            # A save may have removed it meanwhile.
            [ -e "$kept" ] || continue
            fail "what was kept does not open"
        fi
        tenths "$kept"
        return
    done
    tenths "$file"
}

# Waits for a title of the window, which says whether there is unsaved work.
wait_for_title() {
    local title
    for _ in $(seq 50); do
        title=$(xdotool getwindowname "$window")
        # shellcheck disable=SC2053
        [[ "$title" = $1 ]] && return
        sleep 0.2
    done
    return 1
}

# Sets the first slider to a level by its digit, and waits until that is on disk: what is edited from then on
# has reached the program. A busy machine may take both keys in one frame and focus nothing; then again.
set_level() {
    local kept
    for _ in $(seq 5); do
        # Names are edited with F2, and Enter leads from the name to the slider.
        xdotool key F2; sleep 0.4; xdotool key Return; sleep 0.6; xdotool key "$1"
        for _ in $(seq 8); do
            sleep 0.4
            kept=$(newest)
            [ "$kept" = "$2" ] && return
        done
    done
    fail "the slider took no key"
}

# Says so where the file is not as it was when the unsaved work was kept.
changed_since_kept() {
    local about stamp
    about=$(cat "$recovery"/*.ron)
    stamp=$(sed -E 's/.*secs_since_epoch:([0-9]+),nanos_since_epoch:([0-9]+).*/\1 \2/' <<< "$about")
    # shellcheck disable=SC2086
    [ "$(printf '%d.%09d' $stamp)" = "$(stat -c %.9Y "$file")" ] || echo yes
}

if [ ! -e "$file" ]; then
    head='enterprise,sector,round,respondent,weight,comparative_advantage,complexity,compatibility,observability,expected_costs,anticipated_benefits,social_impact,facilitating_conditions'
    printf '%s\n%s\n' "$head" 'Firm,,Baseline,Person,1,1,3,3,3,3,3,3,3' > "$work/firm.csv"
    "$program" convert "$work/firm.csv" --out "$file" >/dev/null
fi

first=$(( $(wc -l < "$work/rounds.tsv") + 1 ))
for round in $(seq "$first" "$rounds"); do
    RANDOM=$((round + ${KILL_LOOP_SEED:-0}))
    start
    # Unsaved work of the round before lies over the page: Enter presses the emphasised button, Recover.
    if compgen -G "$recovery/*.resonance" >/dev/null; then
        before=$(newest)
        changed=$(changed_since_kept)
        xdotool key Return
        wait_for_title 'firm •*' || fail "the unsaved work was not recovered"
        # A save that ended as the kill came is a change that the program asks about: replace it.
        if [ "$changed" ]; then
            sleep 0.5; xdotool key ctrl+s; sleep 1.5; xdotool key Return
            wait_for_title 'firm –*' || fail "the file that a save had changed was not replaced"
        fi
    else
        before=$(tenths "$file")
    fi
    # Another whole level than there was, as the start of this round.
    value=10; key=1
    if [ "$before" = 10 ]; then value=20; key=2; fi
    set_level "$key" "$value"
    times=(); values=()
    killed_at=$(( $(now) + 200 + RANDOM % 7500 ))
    saves=0
    while [ "$(now)" -lt "$killed_at" ] && [ "$value" -lt 50 ]; do
        xdotool key shift+Right
        value=$((value + 1))
        times+=("$(now)"); values+=("$value")
        if [ $((RANDOM % 7)) = 0 ]; then xdotool key ctrl+s; saves=$((saves + 1)); fi
        sleep "0.$((1 + RANDOM % 5))"
    done
    at=$(now)
    kill "-$signal" "$app"
    code=0
    wait "$app" 2>/dev/null || code=$?
    unset 'pids[-1]'
    if [ "$signal" != KILL ]; then
        [ "$code" = 0 ] || fail "asked to end by SIG$signal, it ended with $code"
        [ ! -e "$work/.firm.resonance.lock" ] || fail "its lock stayed"
    fi
    "$program" check "$file" >/dev/null || fail "the file does not open"
    came_back=$(newest)
    # What was there five seconds before the kill, at the least.
    wanted=; age=0
    for place in "${!times[@]}"; do
        [ "${times[$place]}" -le $((at - 5000)) ] && wanted=${values[$place]}
        # How old the oldest edit is that did not come back.
        [ "$age" = 0 ] && [ "${values[$place]}" -gt "$came_back" ] && age=$((at - times[place]))
    done
    if [ -n "$wanted" ] && [ "$came_back" -lt "$wanted" ]; then
        fail "score $came_back came back, $wanted was there five seconds before"
    fi
    [ "$came_back" -le "$value" ] || fail "score $came_back came back, $value was the last"
    printf '%s\t%s\t%s\t%s\t%s\n' "$round" "${#times[@]}" "$saves" "$((value - came_back))" "$age" >> "$work/rounds.tsv"
    echo "kill loop: round $round: ${#times[@]} edits, $saves saves, $((value - came_back)) edits lost, the oldest $age ms before the kill"
done
awk -F '\t' '{ edits += $2; saves += $3; lost += $4; if ($5 > oldest) oldest = $5 }
    END { printf "kill loop: %d rounds passed: %d edits, %d saves, %d edits lost, the oldest %d ms before its kill\n",
        NR, edits, saves, lost, oldest }' "$work/rounds.tsv"
