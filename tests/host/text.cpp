// SPDX-License-Identifier: MIT
#include <inlay/host/text.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace inlay::INLAY_ABI;

TEST_CASE("numbers in a text have their sign, what is no number has none") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    for (const bool scientific : {false, true})
        for (const double none : {nan, -nan}) {
            CHECK((Text() << Decimal{none, 0, scientific}) == "nan");
            CHECK((Text() << Decimal{none, 4, scientific}) == "nan");
        }
    for (const double none : {nan, -nan}) CHECK((Text() << readable(none)) == "nan");
    CHECK((Text() << Decimal{-infinity, 2} << ", " << readable(infinity)) == "-inf, inf");
    CHECK((Text() << Decimal{-0.0, 1} << ", " << Decimal{-2.25, 1}) == "-0.0, -2.2");
    CHECK((Text() << Decimal{-1234.5, 2, true} << ", " << readable(3)) == "-1.23e+03, 3");
}

TEST_CASE("hexadecimal digits are as many as were asked for") {
    CHECK(hexadecimal(0xff, 4) == "00ff");
    CHECK(hexadecimal(0x0123456789abcdef, 16) == "0123456789abcdef");
    CHECK(hexadecimal(0x0123456789abcdef, 2) == "ef");
    CHECK(hexadecimal(7, 0) == "");
}
