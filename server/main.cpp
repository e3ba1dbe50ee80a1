// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program.h"

int main(int argc, char** argv)
{
    return ceteris::server::runProgram(argc, argv);
}
