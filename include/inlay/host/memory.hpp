// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_MEMORY_HPP
#define INLAY_HOST_MEMORY_HPP
// Where blocks of numbers lie: on the heap, or where an allocator of the program's says.

#include <inlay/config.hpp>

#include <concepts>
#include <cstddef>
#include <cstdlib>
#include <new>

#if INLAY_BODIES && defined(__linux__)
#include <sys/mman.h>
#endif

namespace inlay::INLAY_ABI::host {

/// An allocator of a program's, such as a std::pmr::memory_resource: allocate(bytes, alignment),
/// and deallocate(pointer, bytes, alignment) of what it gave. Where it has no more memory it
/// throws, or returns nullptr.
template <class Type>
concept Allocator = requires(Type& allocator, void* block, std::size_t number) {
    { allocator.allocate(number, number) } -> std::convertible_to<void*>;
    allocator.deallocate(block, number, number);
};

/// The heap, or an allocator of the program's, which must outlive what it gave.
class Memory {
public:
    /// The heap.
    Memory() = default;

    template <Allocator Type>
    explicit Memory(Type& allocator) : allocator_(&allocator), calls_(&calls_of<Type>) {}

    /// A block at a multiple of 64 bytes, which suits every SIMD register.
    INLAY_COLD void* allocate(std::size_t bytes) const;

    INLAY_COLD void deallocate(void* block, std::size_t bytes) const;

private:
    static constexpr std::size_t alignment = 64;

    /// Large blocks of the heap lie on large pages: weights that are streamed through take a
    /// fraction of the address translations, new memory a fraction of the faults.
    static constexpr std::align_val_t heap_alignment(std::size_t bytes) {
        constexpr std::size_t page = std::size_t{2} << 20;
        return std::align_val_t{bytes < 2 * page ? alignment : page};
    }

    struct Calls {
        void* (*allocate)(void* allocator, std::size_t bytes);
        void (*deallocate)(void* allocator, void* block, std::size_t bytes);
    };

    template <class Type>
    static constexpr Calls calls_of{
        [](void* allocator, std::size_t bytes) -> void* {
            return static_cast<Type*>(allocator)->allocate(bytes, alignment);
        },
        [](void* allocator, void* block, std::size_t bytes) {
            static_cast<Type*>(allocator)->deallocate(block, bytes, alignment);
        }};

    void* allocator_ = nullptr;
    const Calls* calls_ = nullptr;
};

#if INLAY_BODIES

INLAY_BODY void* Memory::allocate(std::size_t bytes) const {
    if (calls_ == nullptr) {
        void* const block = ::operator new(bytes, heap_alignment(bytes));
#if defined(__linux__)
        if (heap_alignment(bytes) != std::align_val_t{alignment})
            static_cast<void>(::madvise(block, bytes, MADV_HUGEPAGE));
#endif
        return block;
    }
    void* const block = calls_->allocate(allocator_, bytes);
    if (block == nullptr) {
#if defined(__cpp_exceptions)
        throw std::bad_alloc();
#else
        std::abort();
#endif
    }
    return block;
}

INLAY_BODY void Memory::deallocate(void* block, std::size_t bytes) const {
    if (block == nullptr) return;
    if (calls_ == nullptr) return ::operator delete(block, heap_alignment(bytes));
    calls_->deallocate(allocator_, block, bytes);
}

#endif

}  // namespace inlay::INLAY_ABI::host

#endif  // INLAY_HOST_MEMORY_HPP
