// SPDX-License-Identifier: MIT
// dlib on the two networks that SGD trains: images as tensors beforehand, no trainer around the
// steps. It is as fast as the BLAS that it is linked with.
#include "../protocol.hpp"

#include <inlay/inlay.hpp>

#include <cstring>
#include <dlib/dnn.h>
#include <dlib/revision.h>

namespace {

template <long filters, class Below>
using Convolution = dlib::add_layer<dlib::con_<filters, 5, 5, 1, 1, 0, 0>, Below>;
template <class Below>
using Pool = dlib::max_pool<2, 2, 2, 2, Below>;
using Images = dlib::input<dlib::matrix<float>>;

struct Mission {
    using Net = dlib::loss_multiclass_log<dlib::fc<10, Pool<Convolution<32, Images>>>>;
    static auto weighted(Net& net) { return std::tie(dlib::layer<3>(net), dlib::layer<1>(net)); }
    static constexpr long side = 12, channels = 32;  // in front of the dense layer
};

struct Course32 {
    using Net = dlib::loss_multiclass_log<
        dlib::fc<10, Pool<dlib::relu<Convolution<64, Pool<dlib::relu<Convolution<32, Images>>>>>>>>;
    static auto weighted(Net& net) {
        return std::tie(dlib::layer<7>(net), dlib::layer<4>(net), dlib::layer<1>(net));
    }
    static constexpr long side = 4, channels = 64;
};

/// inlay's weights, layer by layer, kernels as dlib has them.
class Weights {
public:
    explicit Weights(const std::string& file)
        : bytes_(inlay::INLAY_ABI::io::read_file(file)),
          file_(inlay::INLAY_ABI::io::safetensors::parse(bytes_)) {}

    /// [height][width][in][out] becomes [out][in][height][width], the biases follow.
    std::vector<float> convolution(int number) const {
        const std::string name = number ? "conv2d_" + std::to_string(number) : "conv2d";
        std::vector<std::size_t> s;
        const std::vector<float> kernel = values(name + "/kernel", &s);
        std::vector<float> all;
        for (std::size_t o = 0; o < s[3]; ++o)
            for (std::size_t i = 0; i < s[2]; ++i)
                for (std::size_t p = 0; p < s[0] * s[1]; ++p)
                    all.push_back(kernel[(p * s[2] + i) * s[3] + o]);
        return joined(all, values(name + "/bias"));
    }

    /// The rows of a dense kernel behind a map: height, width, channels becomes channels first.
    std::vector<float> dense(long side, long channels) const {
        std::vector<std::size_t> s;
        const std::vector<float> kernel = values("dense/kernel", &s);
        std::vector<float> all;
        for (long c = 0; c < channels; ++c)
            for (long p = 0; p < side * side; ++p)
                for (std::size_t o = 0; o < s[1]; ++o)
                    all.push_back(kernel[static_cast<std::size_t>(p * channels + c) * s[1] + o]);
        return joined(all, values("dense/bias"));
    }

private:
    std::vector<float> values(const std::string& name, std::vector<std::size_t>* shape = {}) const {
        const auto* found = file_.find(name);
        if (!found) throw std::runtime_error("the weights have no " + name);
        if (shape) *shape = found->shape;
        std::vector<float> numbers(found->bytes.size() / sizeof(float));
        std::memcpy(numbers.data(), found->bytes.data(), found->bytes.size());
        return numbers;
    }

    static std::vector<float> joined(std::vector<float> a, const std::vector<float>& b) {
        a.insert(a.end(), b.begin(), b.end());
        return a;
    }

    std::vector<std::byte> bytes_;
    inlay::INLAY_ABI::io::safetensors::Contents file_;
};

template <class Of>
class DlibJob : public Job {
public:
    DlibJob(const std::string& mode, const std::string& file)
        : weights_(file),
          trains_(mode == "train"),
          batch_(mode == "forward1" ? 1 : 100),
          labels_(ring * batch_) {
        for (std::size_t turn = 0; turn < ring; ++turn) {
            std::vector<dlib::matrix<float>> images(batch_, dlib::matrix<float>(28, 28));
            for (std::size_t n = 0; n < batch_; ++n)
                for (long k = 0; k < 784; ++k)
                    images[n](k / 28, k % 28) =
                        pixel(static_cast<std::uint32_t>((turn * batch_ + n) * 784) +
                              static_cast<std::uint32_t>(k));
            x_.emplace_back();
            net_.to_tensor(images.begin(), images.end(), x_.back());
        }
        for (std::size_t n = 0; n < labels_.size(); ++n) labels_[n] = n % 10;
        net_.subnet().forward(x_[0]);  // gives the layers their shapes
        reset();
    }

    void reset() override {
        turn_ = 0;
        int number = 0;
        std::apply(
            [&](auto&... convolutions_then_dense) {
                constexpr int last = sizeof...(convolutions_then_dense) - 1;
                ((put(convolutions_then_dense, number == last
                                                   ? weights_.dense(Of::side, Of::channels)
                                                   : weights_.convolution(number)),
                  ++number),
                 ...);
            },
            Of::weighted(net_));
    }

    std::vector<float> check() override {
        reset();
        std::vector<float> values;
        for (std::size_t k = 0; k < (trains_ ? checked_steps : ring); ++k) {
            if (trains_) {
                values.push_back(step());
            } else {
                const float* y = forward().host();
                values.insert(values.end(), y, y + 10 * batch_);
            }
        }
        return values;
    }

    void run() override { trains_ ? void(step()) : void(forward()); }

private:
    template <class Layer>
    static void put(Layer& layer, const std::vector<float>& values) {
        dlib::tensor& to = layer.layer_details().get_layer_params();
        if (to.size() != values.size()) throw std::runtime_error("a layer has other weights");
        std::ranges::copy(values, to.host());
    }

    float step() {
        const std::size_t turn = turn_++ % ring;
        const double loss = net_.compute_parameter_gradients(
            x_[turn], labels_.begin() + static_cast<std::ptrdiff_t>(turn * batch_));
        net_.update_parameters(dlib::make_sstack(solvers_), 0.01);
        return static_cast<float>(loss);
    }

    const dlib::tensor& forward() {
        const dlib::tensor& logits = net_.subnet().forward(x_[turn_++ % ring]);
        y_.copy_size(logits);
        dlib::tt::softmax(y_, logits);
        return y_;
    }

    using Net = typename Of::Net;

    Weights weights_;
    bool trains_;
    std::size_t batch_, turn_ = 0;
    std::vector<unsigned long> labels_;
    std::vector<dlib::resizable_tensor> x_;
    dlib::resizable_tensor y_;
    Net net_;
    std::vector<dlib::sgd> solvers_ =
        std::vector<dlib::sgd>(Net::num_computational_layers, dlib::sgd(0, 0));
};

std::unique_ptr<Job> begin(const std::string& net, const std::string& mode,
                           const std::string& file) {
    if (net == "mission") return std::make_unique<DlibJob<Mission>>(mode, file);
    if (net == "course_3_2") return std::make_unique<DlibJob<Course32>>(mode, file);
    return nullptr;
}

}  // namespace

int main() {
    protocol::serve({.about = "dlib " + std::to_string(DLIB_MAJOR_VERSION) + "." +
                              std::to_string(DLIB_MINOR_VERSION),
                     .begin = begin});
}
