# SPDX-License-Identifier: MIT
# Sourced by tests/run and examples/run: names what this machine lacks and, on Debian with the
# rights of root, installs it.

missing=()  # Debian packages that must be there
useful=()   # and packages that are used where they can be had

# need PACKAGE TEST...: the package is missing where the test fails; wish: it would be useful.
need() { "${@:2}" > /dev/null 2>&1 < /dev/null || missing+=("$1"); }
wish() { "${@:2}" > /dev/null 2>&1 < /dev/null || useful+=("$1"); }

has_program() { command -v "$1"; }
has_file() { [[ -e $1 ]]; }
has_compiler() { (($("${CXX:-g++}" -dumpversion | cut -d. -f1) >= 12)); }
has_header() { [[ -e /usr/include/$1 ]] || echo "#include <$1>" | "${CXX:-g++}" -E -x c++ -; }

need_build_tools() {
    need g++ has_compiler
    need cmake has_program cmake
    need ninja-build has_program ninja
    need libxtensor-dev has_header xtensor/xtensor.hpp
    need zlib1g-dev has_header zlib.h
    wish libstb-dev has_header stb/stb_image_write.h
}

need_fashion_mnist() {
    need dataset-fashion-mnist \
        has_file /usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz
}

# Installs what need and wish found missing, or ends by saying what to install.
install_missing() {
    ((${#missing[@]} + ${#useful[@]} > 0)) || return 0

    local as_root=()
    if ((EUID != 0)); then
        as_root=(sudo)
        [[ -t 0 ]] || as_root+=(-n)
    fi
    if ! has_program apt-get > /dev/null || ! "${as_root[@]}" true 2> /dev/null; then
        ((${#missing[@]} == 0)) && return 0
        echo "inlay: please install, on Debian as root: apt-get install ${missing[*]}" \
            "(elsewhere what goes by these names; g++ 12 or newer, cmake 3.21 or newer)" >&2
        exit 1
    fi

    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq) package
    "${apt[@]}" update < /dev/null
    for package in "${useful[@]}"; do
        if apt-cache show "$package" > /dev/null 2>&1; then
            missing+=("$package")
        else
            echo "inlay: goes on without $package, which this system does not offer"
        fi
    done
    ((${#missing[@]} > 0)) || return 0
    echo "inlay: installs ${missing[*]}"
    "${apt[@]}" install --yes --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}" \
        < /dev/null > /dev/null
}
