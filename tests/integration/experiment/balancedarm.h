// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/sessionclient.h"
#include "app/run/arm.h"

#include <chrono>
#include <string>
#include <vector>

// For one answer.
inline constexpr std::chrono::seconds patience { 10 };

bool isInstalled(const QString& program);
QString programOf(ceteris::plan::BalancerKind kind);

// Signed in by JSON; keeps every cookie, as a browser does.
ceteris::load::SessionClient signedIn(const QString& url, int account, const std::string& address = {});
std::vector<ceteris::load::SessionClient> usersOf(const ceteris::run::RunningArm& arm, int count);

// How many of these requests were refused as those of strangers; -1 when one ended in any other way.
int refused(ceteris::load::SessionClient& user, int requests = 1);
int refused(std::vector<ceteris::load::SessionClient>& users, int requests = 1);

std::vector<qint64> homes(const ceteris::run::RunningArm& arm); // sessions on each instance
qint64 pidOf(const ceteris::run::RunningArm& arm, const QString& name);
void killGroup(qint64 pid);
