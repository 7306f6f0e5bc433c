#!/bin/sh
# Tries the .debs the way a stranger would: in a bare Debian, which gets nothing but what the packages ask for, and no
# network. As root; wants debootstrap, python3 and the .debs, the program's and the language model's. An AppImage that is
# given, too, is started there by the same user, with FUSE and without.
#
#   sudo sh packaging/try-frozen.sh dist/*.deb dist/*.AppImage
#
# ROOT (a folder) is kept and used again when it is there. What the program made is left in ROOT/tmp/tried.
set -eu
root=${ROOT:-/var/tmp/translator-gui-root}
suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}

[ -x "$root/bin/sh" ] || debootstrap --variant=minbase "$suite" "$root" "$mirror"
cp /etc/resolv.conf "$root/etc/resolv.conf"
program="" model="" image=""
for file; do
    case $file in
        *.AppImage) image=$file ;;
        *-language-model_*) model=$file ;;
        *) program=$file ;;
    esac
done
cp "$program" "$root/tmp/translator-gui.deb"
cp "$model" "$root/tmp/translator-gui-language-model.deb"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm"
mountpoint -q "$root/dev/shm" || mount -t tmpfs tmpfs "$root/dev/shm"
trap 'umount "$root/proc" "$root/dev/shm"' EXIT
# A network of its own with nothing in it: whatever works, works offline.
as_reader() { unshare --net chroot "$root" su reader -c "HOME=/home/reader LANG=C.UTF-8 sh -eu /tmp/$1"; }

echo "== install the program, without the language model"
chroot "$root" sh -eu <<'INSIDE'
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get purge -y -qq translator-gui translator-gui-language-model >/dev/null 2>&1 || true
apt-get install -y -qq /tmp/translator-gui.deb >/tmp/install.log 2>&1 || { tail -20 /tmp/install.log; exit 1; }
# Only to look at the window; the program does not need them.
apt-get install -y -qq --no-install-recommends xvfb xauth x11-utils imagemagick >/tmp/install-try.log 2>&1
id reader >/dev/null 2>&1 || useradd --create-home reader
rm -rf /tmp/tried
mkdir -m 777 /tmp/tried
touch /tmp/begun
INSIDE
# Articles with a layout; there is nothing in there that could make one.
PYTHONPATH=$(dirname "$0")/.. python3 - "$root/tmp/tried" <<'OUTSIDE'
import sys
from pathlib import Path
from tests.formats.layout_material import epub, odt

for name, data in (("cahier.odt", odt()), ("livre.epub", epub())):
    Path(sys.argv[1], name).write_bytes(data)
OUTSIDE
cat >"$root/tmp/without.sh" <<'INSIDE'
cd /tmp/tried
translator-gui engines --json >engines-without.json
grep -q '"install": "sudo apt install ./translator-gui-language-model_' engines-without.json || { cat engines-without.json; exit 1; }
printf '{"id": "1", "source": "Le port est fermé.", "target": "The port is not closed."}\n' >pairs.jsonl
translator-gui score --pairs pairs.jsonl --json >score-without.json 2>score-without.err
grep -q '"signature": *"tg:fast' score-without.json || { cat score-without.*; exit 1; }
INSIDE
as_reader without.sh

echo "== install the language model"
chroot "$root" apt-get install -y -qq /tmp/translator-gui-language-model.deb >>"$root/tmp/install.log" 2>&1

cat >"$root/tmp/try.sh" <<'INSIDE'
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

echo "== score, in two processes"
translator-gui score --pairs pairs.jsonl --profile full --jobs 2 --json >score.json
grep -q '"signature": *"tg:full' score.json || { cat score.json; exit 1; }

echo "== align"
translator-gui align kermoran-port-strike.fr.txt kermoran-port-strike.en.txt -o aligned.tmx 2>align.err
grep -q '<tu' aligned.tmx
[ ! -s align.err ] || cat align.err
echo "== a batch in two processes, every format; OpenDocument and EPUB of what came so"
translator-gui batch kermoran-port-strike.fr.txt un.fr.txt cahier.odt livre.epub --out batch --engine pivot \
    --profile fast --jobs 2 --check-language --corpus tmx,moses,opus \
    --formats txt,html,docx,odt,epub,tmx,xliff12,xliff20,bilingual-docx,review-docx,tsv,csv,jsonl,xlsx,po \
    >batch.out 2>batch.err || { cat batch.err; exit 1; }
for made in txt html docx tmx xliff bilingual.docx review.docx tsv csv jsonl xlsx po; do
    test -s batch/kermoran-port-strike.$made
done
test -s batch/cahier.odt
test -s batch/livre.epub
grep -q "3 articles: Only an article that came from an OpenDocument text" batch.err || { cat batch.err; exit 1; }
echo "== what was written is an article again, and keeps its layout"
for made in docx html; do
    translator-gui export batch/kermoran-port-strike.$made -o again.$made >/dev/null 2>again.err || { cat again.err; exit 1; }
    test -s again.$made
done
echo "== a cluster and Parquet are not inside, and it says where they are"
translator-gui batch un.fr.txt --out parquet --engine pivot --corpus parquet >parquet.out 2>&1 && exit 1
grep -q 'pipx install' parquet.out || { cat parquet.out; exit 1; }

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
titles() { DISPLAY=:77 xwininfo -root -tree | grep '("translator-gui" "Translator GUI")'; }
titles
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
sleep 3
titles
[ "$(titles | wc -l)" = 1 ] && titles | grep -q '"deux' || { echo "not in the one window"; exit 1; }
kill $window
wait $window || { echo "told to end, it ended with $?"; exit 1; }
[ ! -e deux.tgproj-lock ] || { echo "it did not close its project"; exit 1; }
kill $screen
echo "== demo: score, flag, propose, export, picture"
translator-gui demo >demo.txt
tail -8 demo.txt
for made in tmx xliff xlf tsv tgproj; do test -s translator-gui-demo/kermoran-port-strike.$made; done
echo "== reports"
for kind in html pdf xlsx json tsv docx; do
    translator-gui report translator-gui-demo/kermoran-port-strike.tgproj -o report.$kind --language fr
    test -s report.$kind
done
head -c 5 report.pdf | grep -q '%PDF-'

INSIDE
as_reader try.sh

if [ -n "$image" ]; then
    echo "== the AppImage"
    cp "$image" "$root/tmp/Translator_GUI.AppImage"
    chmod 755 "$root/tmp/Translator_GUI.AppImage"
    chroot "$root" apt-get install -y -qq fuse3 >>"$root/tmp/install.log" 2>&1
    # What a started system has and a bare root lacks; fusermount3 looks into the list of mounts.
    [ -e "$root/dev/fuse" ] || mknod -m 666 "$root/dev/fuse" c 10 229
    [ -e "$root/etc/mtab" ] || ln -s ../proc/self/mounts "$root/etc/mtab"
    cat >"$root/tmp/image.sh" <<'INSIDE'
mkdir -p /tmp/tried/image
cd /tmp/tried/image
image=/tmp/Translator_GUI.AppImage
$image --version
cp ../un.fr.txt .
$image propose un.fr.txt --engine local --json >propose.json
grep -q '"text": "[A-Z]' propose.json
Xvfb :78 -screen 0 1440x900x24 >/dev/null 2>&1 &
screen=$!
trap 'kill $screen ${window:-} 2>/dev/null || true' EXIT
sleep 2
DISPLAY=:78 $image un.fr.txt &
window=$!
seconds=0
until test -f un.fr.tgproj; do
    sleep 1
    seconds=$((seconds + 1))
    [ $seconds -lt 120 ] || { echo "no project after 120 s"; exit 1; }
done
sleep 5
DISPLAY=:78 xwininfo -root -tree | grep '("translator-gui" "Translator GUI")'
kill $window
wait $window
sleep 1
! ls -d /tmp/.mount_* 2>/dev/null || { echo "it is still mounted"; exit 1; }
$image --appimage-extract >/dev/null
squashfs-root/AppRun --version
rm -r squashfs-root
INSIDE
    as_reader image.sh
fi
echo "== outside its own folders it wrote nothing"
home=$root/home/reader
left=$(find "$root" -xdev -newer "$root/tmp/begun" -user "$(chroot "$root" id -u reader)" ! -type d \
    ! -path "$root/tmp/tried/*" ! -path "$root/tmp/.X*" ! -path "$root/tmp/runtime-*/translator-gui/*" \
    ! -path "$home/.config/translator-gui/*" ! -path "$home/.cache/*" \
    ! -path "$home/.local/share/translator-gui/*" ! -path "$home/.local/state/translator-gui/*")
[ -z "$left" ] || { echo "$left"; exit 1; }
echo "== all is well"
