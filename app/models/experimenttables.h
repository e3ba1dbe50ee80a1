// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/experiment.h"
#include "app/models/tablemodel.h"

namespace ceteris::models {

// Parts of an experiment as tables; ids are trials, or indices into what the table was made from.
Table comparisonTable(const Experiment& experiment, bool withVoided); // registered first; id: index of the comparison
Table trialTable(const Experiment& experiment); // figures of the registered operation
Table checkTable(const Experiment& experiment, bool onlyNoted); // noted: marks, voids and what could not be read
Table preflightTable(const Experiment& experiment);
Table violationTable(const Experiment& experiment);
Table fileTable(const Experiment& experiment); // as they are on the disk, with the manifest's hashes

} // namespace ceteris::models
