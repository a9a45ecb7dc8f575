// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_BUFFER_HPP
#define INLAY_HOST_BUFFER_HPP
// Memory for numbers, aligned for every SIMD register.

#include <inlay/config.hpp>
#include <inlay/host/memory.hpp>

#include <cstddef>
#include <span>
#include <utility>

namespace inlay::INLAY_ABI {

/// A block of `size` numbers, zeros at first, at a multiple of 64 bytes; a value, whose copies come
/// from the same memory. It does not grow, which makes it a fraction of a vector for the compiler.
template <class Scalar>
class Buffer {
public:
    Buffer() = default;

    explicit Buffer(std::size_t size, host::Memory memory = {}) : size_(size), memory_(memory) {
        if (size == 0) return;
        data_ = static_cast<Scalar*>(memory_.allocate(size * sizeof(Scalar)));
        for (std::size_t k = 0; k < size; ++k) data_[k] = Scalar{};
    }

    Buffer(const Buffer& other) : Buffer(other.size_, other.memory_) {
        for (std::size_t k = 0; k < size_; ++k) data_[k] = other.data_[k];
    }

    Buffer(Buffer&& other) noexcept
        : data_(std::exchange(other.data_, nullptr)),
          size_(std::exchange(other.size_, 0)),
          memory_(other.memory_) {}

    Buffer& operator=(Buffer other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        std::swap(memory_, other.memory_);
        return *this;
    }

    /// A block of more numbers, which begins with these.
    Buffer longer(std::size_t size) const {
        Buffer more(size, memory_);
        for (std::size_t k = 0; k < size_; ++k) more.data_[k] = data_[k];
        return more;
    }

    ~Buffer() { memory_.deallocate(data_, size_ * sizeof(Scalar)); }

    Scalar* data() { return data_; }
    const Scalar* data() const { return data_; }
    std::size_t size() const { return size_; }
    Scalar& operator[](std::size_t k) { return data_[k]; }
    const Scalar& operator[](std::size_t k) const { return data_[k]; }
    std::span<Scalar> span() { return {data_, size_}; }
    std::span<const Scalar> span() const { return {data_, size_}; }

private:
    Scalar* data_ = nullptr;
    std::size_t size_ = 0;
    host::Memory memory_;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_HOST_BUFFER_HPP
