//! The rules of the Standard as a desk meets them: each R-number and each line of the readings that the main job rests on.

#[cfg(test)]
mod closing;
#[cfg(test)]
mod corrections;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod grounds;
#[cfg(test)]
mod office;
#[cfg(test)]
mod on_file;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod registering;
#[cfg(test)]
mod replies;
#[cfg(test)]
mod requirements;
#[cfg(test)]
mod routes;
#[cfg(test)]
mod steps;
#[cfg(test)]
mod support;
#[cfg(test)]
mod terms;
mod undo;
