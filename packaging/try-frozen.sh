#!/bin/sh
# Tries the .deb the way a stranger would: in a bare Debian, which gets nothing but what the package asks for, and no
# network. As root; wants debootstrap and the .deb.
#
#   sudo sh packaging/try-frozen.sh dist/translator-gui_*.deb [ROOT]
#
# ROOT is kept and used again when it is there. What the program made is left in ROOT/tmp/tried.
set -eu
deb=$(readlink -f "$1")
root=${2:-/var/tmp/translator-gui-root}
suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}

[ -x "$root/bin/sh" ] || debootstrap --variant=minbase "$suite" "$root" "$mirror"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$deb" "$root/tmp/translator-gui.deb"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT

echo "== install"
chroot "$root" sh -eu <<'INSIDE'
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq /tmp/translator-gui.deb >/tmp/install.log 2>&1 || { tail -20 /tmp/install.log; exit 1; }
# Only to look at the window; the program does not need them.
apt-get install -y -qq --no-install-recommends xvfb xauth x11-utils imagemagick >/tmp/install-try.log 2>&1
id reader >/dev/null 2>&1 || useradd --create-home reader
rm -rf /tmp/tried
mkdir -m 777 /tmp/tried
INSIDE

cat >"$root/tmp/try.sh" <<'INSIDE'
set -eu
cd /tmp/tried
echo "== version and engines"
translator-gui --version
translator-gui engines --json >engines.json
for engine in pivot local; do
    grep -q "\"name\": \"$engine\"[^}]*\"available\": true" engines.json || { echo "$engine is not ready"; cat engines.json; exit 1; }
done

samples=/usr/lib/translator-gui/_internal/translator_gui/resources/samples
cp $samples/kermoran-port-strike.fr.txt $samples/kermoran-port-strike.en.txt .
echo "== check, with spelling: findings make exit code 2"
printf 'Le port est fermé depuis mardi.\n' >un.fr.txt
printf 'The harbuor has been closed since Tuesday.\n' >un.en.txt
translator-gui check un.fr.txt un.en.txt --json >check.json && exit 1 || [ $? = 2 ]
grep -q spelling.unknown check.json

echo "== propose: each engine on its own"
for engine in pivot local; do
    translator-gui propose un.fr.txt --engine $engine --json >propose-$engine.json
    grep -q '"text": "[A-Z]' propose-$engine.json || { echo "nothing from $engine"; cat propose-$engine.json; exit 1; }
    echo "$engine: $(grep -o '"text": "[^"]*"' propose-$engine.json | head -1)"
done

echo "== the window on a screen"
Xvfb :77 -screen 0 1440x900x24 >/dev/null 2>&1 &
screen=$!
trap 'kill $screen ${window:-} 2>/dev/null || true' EXIT
sleep 2
DISPLAY=:77 translator-gui kermoran-port-strike.fr.txt 2>window.err &
window=$!
seconds=0
until test -f kermoran-port-strike.fr.tgproj; do
    sleep 1
    seconds=$((seconds + 1))
    [ $seconds -lt 120 ] || { echo "no project after 120 s"; cat window.err; exit 1; }
done
sleep 8
DISPLAY=:77 xwininfo -root -tree | grep -i 'translator gui' | head -3
DISPLAY=:77 import -window root window-x11.png
echo "== a second start hands its file over"
printf 'Il pleut.\n' >deux.txt
DISPLAY=:77 timeout 60 translator-gui deux.txt
seconds=0
until test -f deux.tgproj; do
    sleep 1
    seconds=$((seconds + 1))
    [ $seconds -lt 60 ] || { echo "the second file was not opened"; exit 1; }
done
kill $window $screen
echo "== demo: score, flag, propose, export, picture"
translator-gui demo >demo.txt
tail -8 demo.txt
for made in tmx xliff xlf tsv tgproj; do test -s translator-gui-demo/kermoran-port-strike.$made; done

echo "== all is well"
INSIDE
# A network of its own with nothing in it: whatever works, works offline.
unshare --net chroot "$root" su reader -c 'HOME=/home/reader LANG=C.UTF-8 sh /tmp/try.sh'
echo "== outside its own folders it wrote nothing:"
find "$root/home/reader" -mindepth 1 -type f ! -path '*/.config/*' ! -path '*/.cache/*' ! -path '*/.local/*' ! -name '.bash*' ! -name .profile
