// SPDX-License-Identifier: MIT
// inlay after macros that X11, curses, windows.h, game engines, Arduino and careless headers
// define: each with a definition that breaks any use, and each still there behind inlay.
#include <bits/stdc++.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

// clang-format off
#define A @ hostile A @
#define Above @ hostile Above @
#define Always @ hostile Always @
#define B @ hostile B @
#define B0 @ hostile B0 @
#define B1 @ hostile B1 @
#define Below @ hostile Below @
#define Bool @ hostile Bool @
#define C @ hostile C @
#define Complex @ hostile Complex @
#define Convex @ hostile Convex @
#define D @ hostile D @
#define DEFAULT @ hostile DEFAULT @
#define DELETE @ hostile DELETE @
#define E @ hostile E @
#define ERROR @ hostile ERROR @
#define F @ hostile F @
#define FALSE @ hostile FALSE @
#define False @ hostile False @
#define G @ hostile G @
#define H @ hostile H @
#define HIGH @ hostile HIGH @
#define I @ hostile I @
#define IN @ hostile IN @
#define INPUT @ hostile INPUT @
#define J @ hostile J @
#define K @ hostile K @
#define L @ hostile L @
#define LOW @ hostile LOW @
#define M @ hostile M @
#define N @ hostile N @
#define None @ hostile None @
#define O @ hostile O @
#define OPTIONAL @ hostile OPTIONAL @
#define OUT @ hostile OUT @
#define OUTPUT @ hostile OUTPUT @
#define P @ hostile P @
#define PI @ hostile PI @
#define Q @ hostile Q @
#define R @ hostile R @
#define S @ hostile S @
#define STRICT @ hostile STRICT @
#define Status @ hostile Status @
#define Success @ hostile Success @
#define T @ hostile T @
#define TEXT @ hostile TEXT @
#define TRUE @ hostile TRUE @
#define True @ hostile True @
#define U @ hostile U @
#define Unsorted @ hostile Unsorted @
#define V @ hostile V @
#define W @ hostile W @
#define X @ hostile X @
#define Y @ hostile Y @
#define Z @ hostile Z @
#define abs @ hostile abs @
#define bit @ hostile bit @
#define border @ hostile border @
#define byte @ hostile byte @
#define check @ hostile check @
#define clear @ hostile clear @
#define columns @ hostile columns @
#define ensure @ hostile ensure @
#define epsilon @ hostile epsilon @
#define erase @ hostile erase @
#define far @ hostile far @
#define filter @ hostile filter @
#define interface @ hostile interface @
#define lines @ hostile lines @
#define max @ hostile max @
#define min @ hostile min @
#define move @ hostile move @
#define near @ hostile near @
#define refresh @ hostile refresh @
#define round @ hostile round @
#define scroll @ hostile scroll @
#define small @ hostile small @
#define timeout @ hostile timeout @
#define verify @ hostile verify @
#define word @ hostile word @
// clang-format on

#include <inlay/inlay.hpp>

#if !defined(M)
#error "M is gone"
#endif
#if !defined(Status)
#error "Status is gone"
#endif
#if !defined(small)
#error "small is gone"
#endif
#if !defined(move)
#error "move is gone"
#endif

static_assert(inlay::Shape{28, 28, 1}.size() == 784);

int main() {
    inlay::Model<inlay::Sequential<inlay::Dense<2, inlay::Softmax>>, inlay::Input<3>> model;
    auto trainer = model.compile(inlay::SGD{}, inlay::SparseCategoricalCrossentropy{});
    const std::vector<float> x(3);
    const std::vector<int> y(1);
    (void)trainer.train_on_batch(x, y);
    (void)trainer.evaluate(x, y);
    save(model, "net.safetensors");
    load(model, "net.safetensors");
    return model.predict(x).size() == 2 ? 0 : 1;
}
