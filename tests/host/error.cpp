// SPDX-License-Identifier: MIT
#include <inlay/host/error.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace inlay;
using namespace inlay::INLAY_ABI;

TEST_CASE("an error carries its sentence") {
    CHECK(std::string(Error("found 3, expected 4").what()) == "found 3, expected 4");
}

TEST_CASE("fail throws") {
    CHECK_THROWS_WITH_AS(fail("no such file"), "no such file", Error);
    CHECK_THROWS_WITH_AS(fail(Status(Sentence() << "too long")), "too long", std::runtime_error);
}
