# Shared by build-wasm.sh and tests/run.sh: installing what is missing, and saying what goes on.

step() { printf '\033[1m==> %s\033[0m\n' "$*" | if [ -t 1 ]; then cat; else sed 's/\x1b\[[0-9]*m//g'; fi; }

# quietly LOG COMMAND…: runs COMMAND, keeps its output in LOG, shows the log's end when it fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    "$@" > "$log" 2>&1 && return 0
    tail -n 40 "$log" >&2
    echo "failed: $* (log: $log)" >&2
    return 1
}

# install_missing WHAT:PACKAGE…: WHAT is a command or the path of a file; PACKAGE is Debian's name for what brings it.
install_missing() {
    local entry what missing=()
    for entry in "$@"; do
        what=${entry%%:*}
        case $what in
            /*) compgen -G "$what" > /dev/null || missing+=("${entry#*:}") ;;
            *) PATH=$PATH:/usr/sbin:/sbin command -v "$what" > /dev/null || missing+=("${entry#*:}") ;;
        esac
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u)
    local as_root=()
    if ! command -v apt-get > /dev/null; then
        echo "Missing: ${missing[*]} (names of Debian packages). This system has no apt: install their equivalents, then run this again." >&2
        return 1
    fi
    if [ "$(id -u)" != 0 ]; then
        if command -v sudo > /dev/null && { sudo -n true 2> /dev/null || { [ -t 0 ] && sudo true; }; }; then
            as_root=(sudo)
        else
            printf 'Missing: %s\nThey need root to install. Ask an administrator to run\n  apt-get update && apt-get install --no-install-recommends %s\nthen run this again.\n' \
                "${missing[*]}" "${missing[*]}" >&2
            return 1
        fi
    fi
    step "installing ${missing[*]}"
    quietly build/apt.log "${as_root[@]}" apt-get update
    quietly build/apt.log "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}"
}

# node_modules_of FOLDER: its npm packages exactly as package-lock.json pins them; again only when the lock file changed.
node_modules_of() {
    local folder=$1
    cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed" && return 0
    (cd "$folder" && quietly "$OLDPWD/build/npm-$(basename "$folder").log" npm ci --no-audit --no-fund)
    cp "$folder/package-lock.json" "$folder/node_modules/.installed"
}
