#!/bin/bash
# A Slurm array of sixteen tasks into one folder of a shared file system:
#   array=$(sbatch --parsable slurm.sh)
#   sbatch --dependency=afterok:$array --wrap 'pactwright batch merge out'
#SBATCH --job-name=agreements
#SBATCH --array=1-16
#SBATCH --cpus-per-task=2
#SBATCH --mem=1200M
#SBATCH --time=02:00:00
#SBATCH --requeue
set -eu
# Exit 1 says that some agreement cannot be made: that is no reason not to join the others.
srun pactwright batch agreements -o out --jobs "$SLURM_CPUS_PER_TASK" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" || [ $? -eq 1 ]
