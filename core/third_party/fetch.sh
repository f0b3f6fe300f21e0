#!/usr/bin/env bash
# Puts the pinned third-party sources (pins.txt) into the cache, unpacked, and prints the folder.
#
# Each archive is looked for, in this order, and taken only when its SHA-256 is the pinned one:
#   1. a path you give: ICU_SOURCE, PUGIXML_SOURCE, ZLIB_SOURCE, GUMBO_SOURCE, JSON_SOURCE (an archive, or a folder that holds it)
#   2. Debian's source package, through apt's own mirrors (a private package list; your apt set-up is not touched)
#   3. Debian's pool and the upstream project's address, by curl
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/nianbao
key=$(cat "$here/pins.txt" "$here/fetch.sh" | sha256sum | cut -c1-16)
sources=$cache/sources-$key
if [ -e "$sources/complete" ]; then echo "$sources"; exit 0; fi

mkdir -p "$cache/archives"
exec 9>"$cache/lock-sources"
flock 9
if [ -e "$sources/complete" ]; then echo "$sources"; exit 0; fi

say() { echo "third_party: $*" >&2; }
is_pinned() { [ -f "$1" ] && [ "$(sha256sum "$1" | cut -d' ' -f1)" = "$2" ]; }

apt_root=
prepare_apt() {
    [ -z "$apt_root" ] || return 0
    command -v apt-get >/dev/null || return 1
    apt_root=$cache/apt
    rm -rf "$apt_root"
    mkdir -p "$apt_root/sources" "$apt_root/lists/partial" "$apt_root/cache/archives/partial"
    local list
    for list in /etc/apt/sources.list.d/*.sources; do
        [ -f "$list" ] && sed 's/^Types:.*/Types: deb-src/' "$list" > "$apt_root/sources/$(basename "$list")"
    done
    for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$list" ] && sed -n 's/^ *deb \(.*\)/deb-src \1/p' "$list" > "$apt_root/sources/$(basename "$list" .list)-src.list"
    done
    apt_options=(-o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$apt_root/sources" -o "Dir::State::lists=$apt_root/lists"
                 -o "Dir::Cache=$apt_root/cache" -o APT::Sandbox::User=root -o Acquire::Retries=3)
    say "reading the package lists of Debian's sources"
    apt-get -qq "${apt_options[@]}" update >&2 || true
}

# fetch NAME SHA256 PACKAGE ARCHIVE UPSTREAM → $cache/archives/ARCHIVE
fetch() {
    local name=$1 sha=$2 package=$3 archive=$4 upstream=$5
    local target=$cache/archives/$archive given
    is_pinned "$target" "$sha" && return 0
    given=${name^^}_SOURCE
    given=${!given:-}
    if [ -n "$given" ]; then
        [ -d "$given" ] && given=$given/$archive
        if is_pinned "$given" "$sha"; then cp "$given" "$target"; say "$name: $given"; return 0; fi
        say "$name: ${name^^}_SOURCE is no archive with SHA-256 $sha"
        return 1
    fi
    if prepare_apt && (cd "$apt_root" && apt-get -qq "${apt_options[@]}" source --download-only "$package" >&2); then
        if is_pinned "$apt_root/$archive" "$sha"; then mv "$apt_root/$archive" "$target"; say "$name: Debian's source package $package"; return 0; fi
        say "$name: Debian's source package $package here has another version"
    fi
    local folder=${package:0:1} address
    for address in "https://deb.debian.org/debian/pool/main/$folder/$package/${archive/+/%2B}" "$upstream"; do
        [ "$address" != - ] || continue
        command -v curl >/dev/null || { say "curl is not installed"; break; }
        if curl -fsSL --retry 2 --max-time 300 -o "$target.part" "$address" && is_pinned "$target.part" "$sha"; then
            mv "$target.part" "$target"; say "$name: $address"; return 0
        fi
        rm -f "$target.part"
        say "$name: not from $address"
    done
    say "$name: no source found. Get $archive (SHA-256 $sha) and give its path as ${name^^}_SOURCE=…"
    return 1
}

say "fetching sources into $sources"
rm -rf "$sources"
mkdir -p "$sources"
while read -r name version sha package archive upstream; do
    case $name in ''|'#'*) continue ;; esac
    fetch "$name" "$sha" "$package" "$archive" "$upstream"
    case $name in
        icu)  parts=('*/source/common/*' '*/source/data/in/icudt*l.dat' 'icu/LICENSE') ;;
        json) parts=('*/include/*' '*/LICENSE.MIT') ;;
        gumbo) parts=('*/gumbo-parser/src/*' '*/LICENSE-DEPENDENCIES.md' '*/LICENSE.md') ;;
        pugixml) parts=('*/src/*' '*/LICENSE.md') ;;
        zlib) parts=('*') ;;
    esac
    mkdir -p "$sources/$name"
    tar -xf "$cache/archives/$archive" -C "$sources/$name" --strip-components=1 --no-same-owner --wildcards "${parts[@]}"
    echo "$version" > "$sources/$name/VERSION.pinned"
done < "$here/pins.txt"
rm -rf "$cache/apt"
touch "$sources/complete"
echo "$sources"
