# SPDX-License-Identifier: MIT
# inlay_precompiled(<target>) compiles once, for all sources of a target, what of inlay depends on
# no network: inlay.hpp becomes a precompiled header, and the bodies of hosted functions that are no
# templates a source of the target. Without it inlay is header-only.
#
# A static library hands both on to what links it, which must be compiled with the same flags: other
# instruction sets have other names, and the linker does not find them.
function(inlay_precompiled target)
    get_target_property(type ${target} TYPE)
    set(scope PRIVATE)
    if(type MATCHES "^(STATIC|OBJECT)_LIBRARY$")
        set(scope PUBLIC)
    elseif(NOT type MATCHES "^(EXECUTABLE|SHARED_LIBRARY|MODULE_LIBRARY)$")
        message(FATAL_ERROR "inlay_precompiled(${target}): ${target} is of the type ${type}, for "
            "which nothing is compiled: name an executable or a library with sources")
    endif()

    set(bodies ${CMAKE_CURRENT_BINARY_DIR}/inlay_precompiled/${target}.cpp)
    file(CONFIGURE OUTPUT ${bodies} @ONLY CONTENT [=[
#undef INLAY_PRECOMPILED
#define INLAY_PRECOMPILED 2  // the bodies stand here
#include <inlay/inlay.hpp>
#include <inlay/data/csv.hpp>
#include <inlay/data/npy.hpp>
#if __has_include(<stb_image_write.h>) || __has_include(<stb/stb_image_write.h>)
#include <inlay/data/image_dataset.hpp>
#endif
]=])
    target_sources(${target} PRIVATE ${bodies})
    set_source_files_properties(${bodies} TARGET_DIRECTORY ${target}
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
    target_compile_definitions(${target} ${scope} $<BUILD_INTERFACE:INLAY_PRECOMPILED=1>)
    target_precompile_headers(${target} ${scope}
        $<BUILD_INTERFACE:$<$<COMPILE_LANGUAGE:CXX>:<inlay/inlay.hpp$<ANGLE-R>>>)
endfunction()
