//! The samples built into the binary: every document under `seeds/`.

/// A document of `seeds/` with what lies beside it.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// Its file name.
    pub name: &'static str,
    pub bytes: &'static [u8],
    pub sidecar: Option<&'static [u8]>,
}

/// Returns the built-in samples, in the order of their names.
pub fn samples() -> &'static [Sample] {
    &[
        Sample {
            name: "000_1e550ff4c6e3f07d.txt",
            bytes: include_bytes!("../../seeds/000_1e550ff4c6e3f07d.txt"),
            sidecar: Some(include_bytes!("../../seeds/000_1e550ff4c6e3f07d.txt.toml")),
        },
        Sample {
            name: "001_provincial-capitals.md",
            bytes: include_bytes!("../../seeds/001_provincial-capitals.md"),
            sidecar: None,
        },
        Sample {
            name: "002_who-held-office.md",
            bytes: include_bytes!("../../seeds/002_who-held-office.md"),
            sidecar: None,
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_under_seeds_is_built_in() {
        let seeds = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
        let requests = vec![crate::source::Request::Path(seeds.into())];
        let found: Vec<String> = crate::source::walk::walk(requests)
            .map(|item| item.expect("readable").file_name().to_owned())
            .collect();
        let built_in: Vec<&str> = samples().iter().map(|sample| sample.name).collect();
        assert_eq!(found, built_in);
    }
}
