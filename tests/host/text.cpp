// SPDX-License-Identifier: MIT
// Numbers in texts.
#include <inlay/host/text.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <string>

using namespace inlay::INLAY_ABI;

TEST_CASE("decimals have so many digits, and what is no number has no sign") {
    const double inf = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto text = [](const Decimal& number) { return std::string(Text() << number); };
    CHECK(text({0.12345, 3}) == "0.123");
    CHECK(text({-2.5, 0}) == "-2");
    CHECK(text({12345.678, 2, true}) == "1.23e+04");
    CHECK(text({-inf, 4}) == "-inf");
    for (const bool scientific : {false, true}) {
        CHECK(text({nan, 4, scientific}) == "nan");
        CHECK(text({-nan, 4, scientific}) == "nan");
    }
}

TEST_CASE("a sentence tells whole numbers without a point") {
    const auto text = [](double number) { return std::string(Text() << readable(number)); };
    CHECK(text(3) == "3");
    CHECK(text(-1e14) == "-100000000000000");
    CHECK(text(0.25) == "0.250000");
    CHECK(text(1e-5) == "1.000000e-05");
    CHECK(text(-std::numeric_limits<double>::quiet_NaN()) == "nan");
}
