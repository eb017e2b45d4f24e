/** The stages from rows of numbers to a model in use, by their names in a lesson's prose. */
export const PIPELINE_STAGES = ['data', 'preprocessing', 'batching', 'training', 'evaluation', 'accuracy', 'deploy'] as const;

export type PipelineStage = (typeof PIPELINE_STAGES)[number];

/** The stages of one round of training. */
export const TRAINING_STAGES = ['predict', 'error', 'gradients', 'update'] as const;

export type TrainingStage = (typeof TRAINING_STAGES)[number];
