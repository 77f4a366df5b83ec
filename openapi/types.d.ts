export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page for people */
        get: operations["home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/$ingest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a document that reports a trial, and store the trial */
        post: operations["ingest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of any type */
        post: operations["validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ActivityDefinition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: ActivityDefinition */
        get: operations["searchActivityDefinition"];
        put?: never;
        /** Create: ActivityDefinition */
        post: operations["createActivityDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ActivityDefinition/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: ActivityDefinition */
        post: operations["searchByPostActivityDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ActivityDefinition/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: ActivityDefinition */
        get: operations["readActivityDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ActivityDefinition/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: ActivityDefinition */
        get: operations["vreadActivityDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ActivityDefinition/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: ActivityDefinition */
        post: operations["validateInstanceActivityDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ActivityDefinition/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: ActivityDefinition */
        post: operations["validateTypeActivityDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ArtifactAssessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: ArtifactAssessment */
        get: operations["searchArtifactAssessment"];
        put?: never;
        /** Create: ArtifactAssessment */
        post: operations["createArtifactAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ArtifactAssessment/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: ArtifactAssessment */
        post: operations["searchByPostArtifactAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ArtifactAssessment/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: ArtifactAssessment */
        get: operations["readArtifactAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ArtifactAssessment/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: ArtifactAssessment */
        get: operations["vreadArtifactAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ArtifactAssessment/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: ArtifactAssessment */
        post: operations["validateInstanceArtifactAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ArtifactAssessment/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: ArtifactAssessment */
        post: operations["validateTypeArtifactAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Citation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: Citation */
        get: operations["searchCitation"];
        put?: never;
        /** Create: Citation */
        post: operations["createCitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Citation/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: Citation */
        post: operations["searchByPostCitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Citation/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: Citation */
        get: operations["readCitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Citation/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: Citation */
        get: operations["vreadCitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Citation/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: Citation */
        post: operations["validateInstanceCitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Citation/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: Citation */
        post: operations["validateTypeCitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/CodeSystem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: CodeSystem */
        get: operations["searchCodeSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/CodeSystem/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: CodeSystem */
        post: operations["searchByPostCodeSystem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/CodeSystem/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: CodeSystem */
        get: operations["readCodeSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/CodeSystem/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: CodeSystem */
        get: operations["vreadCodeSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/CodeSystem/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: CodeSystem */
        post: operations["validateInstanceCodeSystem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/CodeSystem/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: CodeSystem */
        post: operations["validateTypeCodeSystem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: Device */
        get: operations["searchDevice"];
        put?: never;
        /** Create: Device */
        post: operations["createDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Device/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: Device */
        post: operations["searchByPostDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Device/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: Device */
        get: operations["readDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Device/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: Device */
        get: operations["vreadDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Device/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: Device */
        post: operations["validateInstanceDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Device/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: Device */
        post: operations["validateTypeDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/DocumentReference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: DocumentReference */
        get: operations["searchDocumentReference"];
        put?: never;
        /** Create: DocumentReference */
        post: operations["createDocumentReference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/DocumentReference/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: DocumentReference */
        post: operations["searchByPostDocumentReference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/DocumentReference/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: DocumentReference */
        get: operations["readDocumentReference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/DocumentReference/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: DocumentReference */
        get: operations["vreadDocumentReference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/DocumentReference/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: DocumentReference */
        post: operations["validateInstanceDocumentReference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/DocumentReference/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: DocumentReference */
        post: operations["validateTypeDocumentReference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: Evidence */
        get: operations["searchEvidence"];
        put?: never;
        /** Create: Evidence */
        post: operations["createEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Evidence/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: Evidence */
        post: operations["searchByPostEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: Evidence */
        get: operations["readEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Evidence/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: Evidence */
        get: operations["vreadEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Evidence/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: Evidence */
        post: operations["validateInstanceEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Evidence/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: Evidence */
        post: operations["validateTypeEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceReport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: EvidenceReport */
        get: operations["searchEvidenceReport"];
        put?: never;
        /** Create: EvidenceReport */
        post: operations["createEvidenceReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceReport/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: EvidenceReport */
        post: operations["searchByPostEvidenceReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceReport/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: EvidenceReport */
        get: operations["readEvidenceReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceReport/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: EvidenceReport */
        get: operations["vreadEvidenceReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceReport/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: EvidenceReport */
        post: operations["validateInstanceEvidenceReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceReport/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: EvidenceReport */
        post: operations["validateTypeEvidenceReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceVariable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: EvidenceVariable */
        get: operations["searchEvidenceVariable"];
        put?: never;
        /** Create: EvidenceVariable */
        post: operations["createEvidenceVariable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceVariable/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: EvidenceVariable */
        post: operations["searchByPostEvidenceVariable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceVariable/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: EvidenceVariable */
        get: operations["readEvidenceVariable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceVariable/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: EvidenceVariable */
        get: operations["vreadEvidenceVariable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceVariable/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: EvidenceVariable */
        post: operations["validateInstanceEvidenceVariable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/EvidenceVariable/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: EvidenceVariable */
        post: operations["validateTypeEvidenceVariable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: Group */
        get: operations["searchGroup"];
        put?: never;
        /** Create: Group */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Group/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: Group */
        post: operations["searchByPostGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Group/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: Group */
        get: operations["readGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Group/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: Group */
        get: operations["vreadGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Group/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: Group */
        post: operations["validateInstanceGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Group/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: Group */
        post: operations["validateTypeGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the server can do */
        get: operations["capabilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/OperationDefinition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: OperationDefinition */
        get: operations["searchOperationDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/OperationDefinition/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: OperationDefinition */
        post: operations["searchByPostOperationDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/OperationDefinition/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: OperationDefinition */
        get: operations["readOperationDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/OperationDefinition/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: OperationDefinition */
        get: operations["vreadOperationDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/OperationDefinition/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: OperationDefinition */
        post: operations["validateInstanceOperationDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/OperationDefinition/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: OperationDefinition */
        post: operations["validateTypeOperationDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: Organization */
        get: operations["searchOrganization"];
        put?: never;
        /** Create: Organization */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Organization/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: Organization */
        post: operations["searchByPostOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Organization/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: Organization */
        get: operations["readOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Organization/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: Organization */
        get: operations["vreadOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Organization/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: Organization */
        post: operations["validateInstanceOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Organization/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: Organization */
        post: operations["validateTypeOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/PlanDefinition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: PlanDefinition */
        get: operations["searchPlanDefinition"];
        put?: never;
        /** Create: PlanDefinition */
        post: operations["createPlanDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/PlanDefinition/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: PlanDefinition */
        post: operations["searchByPostPlanDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/PlanDefinition/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: PlanDefinition */
        get: operations["readPlanDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/PlanDefinition/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: PlanDefinition */
        get: operations["vreadPlanDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/PlanDefinition/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: PlanDefinition */
        post: operations["validateInstancePlanDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/PlanDefinition/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: PlanDefinition */
        post: operations["validateTypePlanDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Practitioner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: Practitioner */
        get: operations["searchPractitioner"];
        put?: never;
        /** Create: Practitioner */
        post: operations["createPractitioner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Practitioner/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: Practitioner */
        post: operations["searchByPostPractitioner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Practitioner/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: Practitioner */
        get: operations["readPractitioner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Practitioner/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: Practitioner */
        get: operations["vreadPractitioner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Practitioner/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: Practitioner */
        post: operations["validateInstancePractitioner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Practitioner/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: Practitioner */
        post: operations["validateTypePractitioner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: Provenance */
        get: operations["searchProvenance"];
        put?: never;
        /** Create: Provenance */
        post: operations["createProvenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Provenance/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: Provenance */
        post: operations["searchByPostProvenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Provenance/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: Provenance */
        get: operations["readProvenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Provenance/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: Provenance */
        get: operations["vreadProvenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Provenance/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: Provenance */
        post: operations["validateInstanceProvenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/Provenance/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: Provenance */
        post: operations["validateTypeProvenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ResearchStudy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: ResearchStudy */
        get: operations["searchResearchStudy"];
        put?: never;
        /** Create: ResearchStudy */
        post: operations["createResearchStudy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ResearchStudy/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: ResearchStudy */
        post: operations["searchByPostResearchStudy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ResearchStudy/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: ResearchStudy */
        get: operations["readResearchStudy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ResearchStudy/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: ResearchStudy */
        get: operations["vreadResearchStudy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ResearchStudy/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: ResearchStudy */
        post: operations["validateInstanceResearchStudy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ResearchStudy/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: ResearchStudy */
        post: operations["validateTypeResearchStudy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/SearchParameter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: SearchParameter */
        get: operations["searchSearchParameter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/SearchParameter/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: SearchParameter */
        post: operations["searchByPostSearchParameter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/SearchParameter/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: SearchParameter */
        get: operations["readSearchParameter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/SearchParameter/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: SearchParameter */
        get: operations["vreadSearchParameter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/SearchParameter/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: SearchParameter */
        post: operations["validateInstanceSearchParameter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/SearchParameter/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: SearchParameter */
        post: operations["validateTypeSearchParameter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/StructureDefinition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: StructureDefinition */
        get: operations["searchStructureDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/StructureDefinition/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: StructureDefinition */
        post: operations["searchByPostStructureDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/StructureDefinition/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: StructureDefinition */
        get: operations["readStructureDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/StructureDefinition/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: StructureDefinition */
        get: operations["vreadStructureDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/StructureDefinition/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: StructureDefinition */
        post: operations["validateInstanceStructureDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/StructureDefinition/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: StructureDefinition */
        post: operations["validateTypeStructureDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ValueSet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search: ValueSet */
        get: operations["searchValueSet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ValueSet/_search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search, with parameters in the body: ValueSet */
        post: operations["searchByPostValueSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ValueSet/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the current version: ValueSet */
        get: operations["readValueSet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ValueSet/{id}/_history/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version: ValueSet */
        get: operations["vreadValueSet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ValueSet/{id}/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate what is stored, or what is to replace it: ValueSet */
        post: operations["validateInstanceValueSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fhir/ValueSet/$validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a resource of this type: ValueSet */
        post: operations["validateTypeValueSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can answer */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActivityDefinition: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "ActivityDefinition";
        };
        ArtifactAssessment: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "ArtifactAssessment";
        };
        Binary: {
            contentType: string;
            data: string;
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "Binary";
        };
        Bundle: {
            entry?: {
                fullUrl: string;
                resource: components["schemas"]["Resource"];
                search?: {
                    /** @constant */
                    mode: "match";
                };
            }[];
            id?: string;
            issues?: components["schemas"]["OperationOutcome"];
            link?: {
                /** @enum {unknown} */
                relation: "self" | "next";
                url: string;
            }[];
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "Bundle";
            total?: number;
            /** @enum {unknown} */
            type: "searchset" | "collection";
        };
        CapabilityStatement: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "CapabilityStatement";
        };
        Citation: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "Citation";
        };
        CodeSystem: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "CodeSystem";
        };
        Device: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "Device";
        };
        Document: components["schemas"]["Binary"] | {
            id?: string;
            meta?: components["schemas"]["Meta"];
            parameter: {
                /** @constant */
                name: "document";
                resource: components["schemas"]["Binary"];
            }[];
            /** @constant */
            resourceType: "Parameters";
        };
        DocumentReference: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "DocumentReference";
        };
        Evidence: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "Evidence";
        };
        EvidenceReport: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "EvidenceReport";
        };
        EvidenceVariable: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "EvidenceVariable";
        };
        Group: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "Group";
        };
        Health: {
            /** @constant */
            status: "up";
            version: string;
        };
        Html: string;
        Meta: {
            /** Format: date-time */
            lastUpdated?: string;
            profile?: string[];
            versionId?: string;
        };
        OpenApi: Record<string, never>;
        OperationDefinition: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "OperationDefinition";
        };
        OperationOutcome: {
            id?: string;
            issue: {
                code: string;
                details?: {
                    text: string;
                };
                expression?: string[];
                /** @enum {unknown} */
                severity: "fatal" | "error" | "warning" | "information" | "success";
            }[];
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "OperationOutcome";
        };
        Organization: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "Organization";
        };
        PlanDefinition: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "PlanDefinition";
        };
        Practitioner: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "Practitioner";
        };
        Provenance: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "Provenance";
        };
        /** @description The document as it was received */
        RawDocument: unknown;
        ResearchStudy: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "ResearchStudy";
        };
        Resource: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            resourceType: string;
        };
        /** @description The parameters of the search */
        SearchForm: {
            [key: string]: string;
        };
        SearchParameter: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "SearchParameter";
        };
        StructureDefinition: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "StructureDefinition";
        };
        /** @enum {unknown} */
        ValidationMode: "create" | "update" | "delete" | "profile";
        ValueSet: {
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @constant */
            resourceType: "ValueSet";
        };
    };
    responses: {
        /** @description What is stored stands against it */
        conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/fhir+json": components["schemas"]["OperationOutcome"];
            };
        };
        /** @description The server failed */
        exception: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/fhir+json": components["schemas"]["OperationOutcome"];
            };
        };
        /** @description What was sent has errors; nothing was stored */
        invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/fhir+json": components["schemas"]["OperationOutcome"];
            };
        };
        /** @description The request cannot be understood */
        malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/fhir+json": components["schemas"]["OperationOutcome"];
            };
        };
        /** @description The method is not allowed here; see Allow */
        "method-not-allowed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/fhir+json": components["schemas"]["OperationOutcome"];
            };
        };
        /** @description The answer cannot be given in the format asked for */
        "not-acceptable": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/fhir+json": components["schemas"]["OperationOutcome"];
            };
        };
        /** @description There is no such resource */
        "not-found": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/fhir+json": components["schemas"]["OperationOutcome"];
            };
        };
        /** @description The body is larger than is accepted */
        "too-large": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/fhir+json": components["schemas"]["OperationOutcome"];
            };
        };
        /** @description The body is in a format that is not read */
        "unsupported-media-type": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/fhir+json": components["schemas"]["OperationOutcome"];
            };
        };
    };
    parameters: {
        /** @description Resources on a page; 0 for the total alone */
        _count: number;
        /** @description Format of the answer: `json` or a media type of FHIR JSON */
        _format: string;
        /** @description As it stands in a next link */
        _page: string;
        /** @description Whether the answer is indented for people */
        _pretty: "true" | "false";
        /** @description Only the total, or everything */
        _summary: "count" | "false";
        /** @description Logical id */
        id: string;
        /** @description ETag of the version the client has */
        "If-None-Match": string;
        /** @description What is to be done with the resource */
        mode: "create" | "update" | "delete" | "profile";
        /** @description What to answer */
        Prefer: "return=representation" | "return=minimal" | "return=OperationOutcome";
        /** @description Canonical URL of a profile to validate against */
        profile: string;
        /** @description Number of the version */
        versionId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Html"];
                };
            };
            500: components["responses"]["exception"];
        };
    };
    ingest: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Document"];
                "application/json": components["schemas"]["RawDocument"];
                "application/xml": components["schemas"]["RawDocument"];
                "text/html": components["schemas"]["RawDocument"];
                "text/plain": components["schemas"]["RawDocument"];
                "text/xml": components["schemas"]["RawDocument"];
            };
        };
        responses: {
            /** @description Nothing changed; what is stored of the study */
            200: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            /** @description What was written */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    validate: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchActivityDefinition: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description External identifier for the activity definition (token) */
                identifier?: string[];
                /** @description The uri that identifies the activity definition (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createActivityDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["ActivityDefinition"];
                "application/json": components["schemas"]["ActivityDefinition"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostActivityDefinition: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description External identifier for the activity definition (token) */
                identifier?: string[];
                /** @description The uri that identifies the activity definition (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readActivityDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["ActivityDefinition"];
                    "application/json": components["schemas"]["ActivityDefinition"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadActivityDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["ActivityDefinition"];
                    "application/json": components["schemas"]["ActivityDefinition"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceActivityDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeActivityDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchArtifactAssessment: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The resource that is assessed. (reference: Evidence, Group) */
                artifact?: string[];
                /** @description What a check of a number found. (token) */
                verdict?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createArtifactAssessment: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["ArtifactAssessment"];
                "application/json": components["schemas"]["ArtifactAssessment"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostArtifactAssessment: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The resource that is assessed. (reference: Evidence, Group) */
                artifact?: string[];
                /** @description What a check of a number found. (token) */
                verdict?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readArtifactAssessment: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["ArtifactAssessment"];
                    "application/json": components["schemas"]["ArtifactAssessment"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadArtifactAssessment: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["ArtifactAssessment"];
                    "application/json": components["schemas"]["ArtifactAssessment"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceArtifactAssessment: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeArtifactAssessment: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchCitation: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description External identifier for the citation (token) */
                identifier?: string[];
                /** @description The uri that identifies the citation (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createCitation: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Citation"];
                "application/json": components["schemas"]["Citation"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostCitation: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description External identifier for the citation (token) */
                identifier?: string[];
                /** @description The uri that identifies the citation (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readCitation: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Citation"];
                    "application/json": components["schemas"]["Citation"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadCitation: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Citation"];
                    "application/json": components["schemas"]["Citation"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceCitation: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeCitation: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchCodeSystem: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The uri that identifies the code system (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostCodeSystem: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The uri that identifies the code system (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readCodeSystem: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["CodeSystem"];
                    "application/json": components["schemas"]["CodeSystem"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadCodeSystem: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["CodeSystem"];
                    "application/json": components["schemas"]["CodeSystem"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceCodeSystem: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeCodeSystem: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchDevice: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Instance id from manufacturer, owner, and others (token) */
                identifier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createDevice: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Device"];
                "application/json": components["schemas"]["Device"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostDevice: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Instance id from manufacturer, owner, and others (token) */
                identifier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readDevice: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Device"];
                    "application/json": components["schemas"]["Device"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadDevice: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Device"];
                    "application/json": components["schemas"]["Device"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceDevice: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeDevice: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchDocumentReference: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Identifier of the attachment binary (token) */
                identifier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createDocumentReference: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["DocumentReference"];
                "application/json": components["schemas"]["DocumentReference"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostDocumentReference: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Identifier of the attachment binary (token) */
                identifier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readDocumentReference: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["DocumentReference"];
                    "application/json": components["schemas"]["DocumentReference"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadDocumentReference: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["DocumentReference"];
                    "application/json": components["schemas"]["DocumentReference"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceDocumentReference: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeDocumentReference: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchEvidence: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description External identifier for the evidence (token) */
                identifier?: string[];
                /** @description The study that the evidence is from. No element of Evidence names it: the server follows the result of the study to its report and the entries of the report to the evidence. (reference: ResearchStudy) */
                study?: string[];
                /** @description The uri that identifies the evidence (uri) */
                url?: string[];
                /** @description A variable or group that the evidence is about, as observed or as intended. (reference: EvidenceVariable, Group) */
                variable?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createEvidence: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Evidence"];
                "application/json": components["schemas"]["Evidence"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostEvidence: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description External identifier for the evidence (token) */
                identifier?: string[];
                /** @description The study that the evidence is from. No element of Evidence names it: the server follows the result of the study to its report and the entries of the report to the evidence. (reference: ResearchStudy) */
                study?: string[];
                /** @description The uri that identifies the evidence (uri) */
                url?: string[];
                /** @description A variable or group that the evidence is about, as observed or as intended. (reference: EvidenceVariable, Group) */
                variable?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readEvidence: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Evidence"];
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadEvidence: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Evidence"];
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceEvidence: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeEvidence: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchEvidenceReport: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description A resource that the report lists in a section. (reference: Evidence) */
                entry?: string[];
                /** @description External identifier for the evidence report (token) */
                identifier?: string[];
                /** @description The study that the report is about. (reference: ResearchStudy) */
                study?: string[];
                /** @description The uri that identifies the evidence report (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createEvidenceReport: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["EvidenceReport"];
                "application/json": components["schemas"]["EvidenceReport"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostEvidenceReport: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description A resource that the report lists in a section. (reference: Evidence) */
                entry?: string[];
                /** @description External identifier for the evidence report (token) */
                identifier?: string[];
                /** @description The study that the report is about. (reference: ResearchStudy) */
                study?: string[];
                /** @description The uri that identifies the evidence report (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readEvidenceReport: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["EvidenceReport"];
                    "application/json": components["schemas"]["EvidenceReport"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadEvidenceReport: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["EvidenceReport"];
                    "application/json": components["schemas"]["EvidenceReport"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceEvidenceReport: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeEvidenceReport: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchEvidenceVariable: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description External identifier for the evidence variable (token) */
                identifier?: string[];
                /** @description The uri that identifies the evidence variable (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createEvidenceVariable: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["EvidenceVariable"];
                "application/json": components["schemas"]["EvidenceVariable"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostEvidenceVariable: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description External identifier for the evidence variable (token) */
                identifier?: string[];
                /** @description The uri that identifies the evidence variable (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readEvidenceVariable: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["EvidenceVariable"];
                    "application/json": components["schemas"]["EvidenceVariable"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadEvidenceVariable: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["EvidenceVariable"];
                    "application/json": components["schemas"]["EvidenceVariable"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceEvidenceVariable: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeEvidenceVariable: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchGroup: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Unique id (token) */
                identifier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createGroup: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Group"];
                "application/json": components["schemas"]["Group"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostGroup: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Unique id (token) */
                identifier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readGroup: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Group"];
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadGroup: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Group"];
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceGroup: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeGroup: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    capabilities: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["CapabilityStatement"];
                    "application/json": components["schemas"]["CapabilityStatement"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    searchOperationDefinition: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The uri that identifies the operation definition (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostOperationDefinition: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The uri that identifies the operation definition (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readOperationDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationDefinition"];
                    "application/json": components["schemas"]["OperationDefinition"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadOperationDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationDefinition"];
                    "application/json": components["schemas"]["OperationDefinition"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceOperationDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeOperationDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchOrganization: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Any identifier for the organization (not the accreditation issuer's identifier) (token) */
                identifier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createOrganization: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Organization"];
                "application/json": components["schemas"]["Organization"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostOrganization: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Any identifier for the organization (not the accreditation issuer's identifier) (token) */
                identifier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readOrganization: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Organization"];
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadOrganization: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Organization"];
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceOrganization: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeOrganization: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchPlanDefinition: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description External identifier for the plan definition (token) */
                identifier?: string[];
                /** @description The uri that identifies the plan definition (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createPlanDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["PlanDefinition"];
                "application/json": components["schemas"]["PlanDefinition"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostPlanDefinition: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description External identifier for the plan definition (token) */
                identifier?: string[];
                /** @description The uri that identifies the plan definition (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readPlanDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["PlanDefinition"];
                    "application/json": components["schemas"]["PlanDefinition"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadPlanDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["PlanDefinition"];
                    "application/json": components["schemas"]["PlanDefinition"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstancePlanDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypePlanDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchPractitioner: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description A practitioner's Identifier (token) */
                identifier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createPractitioner: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Practitioner"];
                "application/json": components["schemas"]["Practitioner"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostPractitioner: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description A practitioner's Identifier (token) */
                identifier?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readPractitioner: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Practitioner"];
                    "application/json": components["schemas"]["Practitioner"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadPractitioner: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Practitioner"];
                    "application/json": components["schemas"]["Practitioner"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstancePractitioner: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypePractitioner: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchProvenance: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Identity of entity (reference) */
                entity?: string[];
                /** @description Target Reference(s) (usually version specific) (reference) */
                target?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createProvenance: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Provenance"];
                "application/json": components["schemas"]["Provenance"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostProvenance: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Identity of entity (reference) */
                entity?: string[];
                /** @description Target Reference(s) (usually version specific) (reference) */
                target?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readProvenance: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Provenance"];
                    "application/json": components["schemas"]["Provenance"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadProvenance: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Provenance"];
                    "application/json": components["schemas"]["Provenance"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceProvenance: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeProvenance: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchResearchStudy: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Inclusion and exclusion criteria (reference: Group, EvidenceVariable) */
                eligibility?: string[];
                /** @description Business Identifier for study (token) */
                identifier?: string[];
                /** @description A variable that the study measures as an outcome. (reference: EvidenceVariable) */
                outcome?: string[];
                /** @description Steps followed in executing study (reference: PlanDefinition) */
                protocol?: string[];
                /** @description The report that holds the results of the study. (reference: EvidenceReport, Citation, DiagnosticReport) */
                result?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    createResearchStudy: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description What to answer */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["ResearchStudy"];
                "application/json": components["schemas"]["ResearchStudy"];
            };
        };
        responses: {
            /** @description It was created; its id is the server’s */
            201: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Resource"];
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostResearchStudy: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description Inclusion and exclusion criteria (reference: Group, EvidenceVariable) */
                eligibility?: string[];
                /** @description Business Identifier for study (token) */
                identifier?: string[];
                /** @description A variable that the study measures as an outcome. (reference: EvidenceVariable) */
                outcome?: string[];
                /** @description Steps followed in executing study (reference: PlanDefinition) */
                protocol?: string[];
                /** @description The report that holds the results of the study. (reference: EvidenceReport, Citation, DiagnosticReport) */
                result?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readResearchStudy: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["ResearchStudy"];
                    "application/json": components["schemas"]["ResearchStudy"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadResearchStudy: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["ResearchStudy"];
                    "application/json": components["schemas"]["ResearchStudy"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceResearchStudy: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeResearchStudy: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchSearchParameter: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The uri that identifies the search parameter (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostSearchParameter: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The uri that identifies the search parameter (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readSearchParameter: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["SearchParameter"];
                    "application/json": components["schemas"]["SearchParameter"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadSearchParameter: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["SearchParameter"];
                    "application/json": components["schemas"]["SearchParameter"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceSearchParameter: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeSearchParameter: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchStructureDefinition: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The uri that identifies the structure definition (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostStructureDefinition: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The uri that identifies the structure definition (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readStructureDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["StructureDefinition"];
                    "application/json": components["schemas"]["StructureDefinition"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadStructureDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["StructureDefinition"];
                    "application/json": components["schemas"]["StructureDefinition"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceStructureDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeStructureDefinition: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    searchValueSet: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The uri that identifies the value set (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    searchByPostValueSet: {
        parameters: {
            query?: {
                /** @description Resources on a page; 0 for the total alone */
                _count?: components["parameters"]["_count"];
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Logical id of this artifact (token) */
                _id?: string[];
                /** @description As it stands in a next link */
                _page?: components["parameters"]["_page"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description Only the total, or everything */
                _summary?: components["parameters"]["_summary"];
                /** @description The uri that identifies the value set (uri) */
                url?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SearchForm"];
            };
        };
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["Bundle"];
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    readValueSet: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: {
                /** @description ETag of the version the client has */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["ValueSet"];
                    "application/json": components["schemas"]["ValueSet"];
                };
            };
            /** @description The client has the current version */
            304: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    vreadValueSet: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
                /** @description Number of the version */
                versionId: components["parameters"]["versionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    ETag?: string;
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["ValueSet"];
                    "application/json": components["schemas"]["ValueSet"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["exception"];
        };
    };
    validateInstanceValueSet: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path: {
                /** @description Logical id */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    validateTypeValueSet: {
        parameters: {
            query?: {
                /** @description Format of the answer: `json` or a media type of FHIR JSON */
                _format?: components["parameters"]["_format"];
                /** @description Whether the answer is indented for people */
                _pretty?: components["parameters"]["_pretty"];
                /** @description What is to be done with the resource */
                mode?: components["parameters"]["mode"];
                /** @description Canonical URL of a profile to validate against */
                profile?: components["parameters"]["profile"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": components["schemas"]["Resource"];
                "application/json": components["schemas"]["Resource"];
            };
        };
        responses: {
            /** @description What the validator found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/fhir+json": components["schemas"]["OperationOutcome"];
                    "application/json": components["schemas"]["OperationOutcome"];
                };
            };
            400: components["responses"]["malformed"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["exception"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["exception"];
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenApi"];
                };
            };
            500: components["responses"]["exception"];
        };
    };
}
